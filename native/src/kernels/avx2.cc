// AVX2 with fused multiply-add: eight floats at a time.
#include "kernels/kernels.h"

#include <immintrin.h>

#include <utility>

namespace platekeeper::avx2 {

#define PLATEKEEPER_LANES 8

#include "kernels/rows.h"
#include "kernels/vectors.h"
#include "kernels/tiles.h"
#include "kernels/channels.h"
#include "kernels/curves.h"

static inline Ints gather(const std::uint32_t* from, Ints places) {
  return reinterpret_cast<Ints>(_mm256_i32gather_epi32(reinterpret_cast<const int*>(from), reinterpret_cast<__m256i>(places), 4));
}

static inline Floats widened(const std::uint8_t* from) {
  return _mm256_cvtepi32_ps(_mm256_cvtepu8_epi32(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(from))));
}

static inline __m256i firstLanes(std::size_t count) {
  const Ints steps = {0, 1, 2, 3, 4, 5, 6, 7};
  return reinterpret_cast<__m256i>(steps < static_cast<std::int32_t>(count));
}

static inline Floats loadPart(const float* from, std::size_t count) { return _mm256_maskload_ps(from, firstLanes(count)); }

static inline void storePart(float* to, Floats value, std::size_t count) { _mm256_maskstore_ps(to, firstLanes(count), value); }

const Kernels kernels{
#define KERNEL(result, name, arguments) name,
    PLATEKEEPER_KERNELS(KERNEL)
    PLATEKEEPER_NETWORK_KERNELS(KERNEL)
#undef KERNEL
        multiplyAddsPerRound,
    lanes,
    filterVectors,
    filterPairs,
};

}  // namespace platekeeper::avx2
