// For CImaging alone, which takes the compiler flags from here; Swift sees its narrow header only.
#include <vips/vips.h>
