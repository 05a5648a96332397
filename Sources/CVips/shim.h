// libvips for CImaging alone: Swift sees only CImaging's own narrow header.
#include <vips/vips.h>
