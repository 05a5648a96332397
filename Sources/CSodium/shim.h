// libsodium as it is: only its password hashing and random numbers are used, in Web/Access.
#include <sodium.h>
