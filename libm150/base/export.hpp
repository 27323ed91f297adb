// M150_EXPORT marks what an embedder may call; everything else stays hidden in the library.
#pragma once

#if defined(M150_STATIC)
#define M150_EXPORT
#else
#define M150_EXPORT __attribute__((visibility("default")))
#endif
