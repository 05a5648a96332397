// libxlsxwriter as it is: none of the functions that we use is variadic.
#include <xlsxwriter.h>
