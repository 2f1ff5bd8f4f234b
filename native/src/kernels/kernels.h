// The kernels: every inner loop that touches pixels or tensors, as one table of functions per instruction set.
//
// PLATEKEEPER_KERNELS, with the list in network.h, is the one list. It makes the table's type, fills each set's table and so feeds
// dispatch, parity tests and benches. `scalar.cc` is the reference: a set's kernel answers as the reference does (integers exactly,
// floats within rounding). A kernel trusts its arguments; what calls it has checked them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "kernels/network.h"

namespace platekeeper {

enum class Isa : std::uint8_t { scalar, neon, avx2, avx512 };
inline constexpr std::size_t isaCount = 4;

// A row of floats in scratch memory is padded to this many, so that the widest vector may load past its end.
inline constexpr std::size_t lanesMax = 16;
// Rows that `weighColumns` takes at once.
inline constexpr std::size_t bundleRows = 16;
// Whole factors that `averageColumns` knows: 1 to this.
inline constexpr std::size_t wholeFactors = 4;

// How the samples around a Bayer site weigh in its luma: centre, the two beside it, the two above and below, the four diagonal.
// `even` is for even columns, `odd` for odd ones; a whole is 2^10 in 8 bit and 2^12 in 10 bit.
struct BayerWeights {
  struct Site {
    std::int32_t centre, beside, aboveBelow, diagonal;
  };
  Site even, odd;
};

// A resampling of one axis: output i = sum over k < perOutput of weights[i * perOutput + k] * input[starts[i] + k].
struct Taps {
  const std::int32_t* starts;
  const float* weights;
  std::size_t perOutput, outputs;
};

// An image ready for bilinear lookup: cell (x, y) holds the four pixels x..x+1, y..y+1 (clamped at the border) in one word,
// lowest byte first: (x, y), (x+1, y), (x, y+1), (x+1, y+1). One load a sample instead of four.
struct Texture {
  const std::uint32_t* cells;
  std::int32_t width, height;
};

// A line through a texture in homogeneous coordinates: sample i lies at ((x + i dx) / (w + i dw), (y + i dy) / (w + i dw)).
struct Ray {
  float x, dx, y, dy, w, dw;
};

// KERNEL(result, name, arguments)
#define PLATEKEEPER_KERNELS(KERNEL)                                                                                          \
  /* Every second byte. */                                                                                                   \
  KERNEL(void, yuyvToLuma, (const std::uint8_t* row, std::uint8_t* out, std::size_t pixels))                                 \
  /* (77 R + 150 G + 29 B + 128) / 256: BT.601, full range. */                                                               \
  KERNEL(void, rgbToLuma, (const std::uint8_t* row, std::uint8_t* out, std::size_t pixels))                                  \
  /* Pixels 0..pixels-1 of a row whose pixels -1 and `pixels` exist, in three rows; column 0 weighs as `even`. */            \
  KERNEL(void, bayer8ToLuma,                                                                                                 \
         (const std::uint8_t* above, const std::uint8_t* row, const std::uint8_t* below, const BayerWeights& weights,        \
          std::uint8_t* out, std::size_t pixels))                                                                            \
  /* The same from 16-bit little-endian words of 10 bits, at any address. */                                                 \
  KERNEL(void, bayer10ToLuma,                                                                                                \
         (const std::uint8_t* above, const std::uint8_t* row, const std::uint8_t* below, const BayerWeights& weights,        \
          std::uint8_t* out, std::size_t pixels))                                                                            \
  /* out[x] = sum over k < count of weights[k] * rows[k][x]. */                                                              \
  KERNEL(void, weighRows,                                                                                                    \
         (const std::uint8_t* const* rows, const float* weights, std::size_t count, float* out, std::size_t pixels))         \
  /* Resamples up to bundleRows rows: out[r][i] = bias + taps(in[r]). `in` has bundleRows rows of inStride floats, a         \
     multiple of lanesMax, all readable; `scratch` holds lanesMax * inStride floats. */                                      \
  KERNEL(void, weighColumns,                                                                                                 \
         (const float* in, std::size_t inStride, std::size_t rows, const Taps& taps, float bias, float* out,                 \
          std::size_t outStride, float* scratch))                                                                            \
  /* A row shrunk by a whole factor: out[i] = bias + share * the sum of in[i * factor ...] over `factor` floats. */           \
  KERNEL(void, averageColumns,                                                                                               \
         (const float* in, std::size_t factor, float share, float bias, float* out, std::size_t outputs))                    \
  /* Rounds to the nearest byte; below 0 and above 255 are clamped. */                                                       \
  KERNEL(void, toBytes, (const float* in, std::uint8_t* out, std::size_t count))                                             \
  /* One row of a texture from two rows of pixels. */                                                                        \
  KERNEL(void, packCells,                                                                                                    \
         (const std::uint8_t* row, const std::uint8_t* below, std::uint32_t* cells, std::size_t pixels))                     \
  /* out[i] += gain * bilinear sample i of the ray, clamped to the texture. */                                               \
  KERNEL(void, warpRow, (const Texture& texture, const Ray& ray, float gain, float* out, std::size_t count))                 \
  /* In place: (x - mean) / max(deviation, floor), mean and deviation of the values themselves. */                           \
  KERNEL(void, standardise, (float* values, std::size_t count, float floor))                                                 \
  /* `rounds` times multiplyAddsPerRound independent multiply-adds in registers: the machine's peak, for `limits`. */        \
  KERNEL(float, multiplyAdds, (std::uint64_t rounds))

struct Kernels {
#define KERNEL(result, name, arguments) result(*name) arguments;
  PLATEKEEPER_KERNELS(KERNEL)
  PLATEKEEPER_NETWORK_KERNELS(KERNEL)
#undef KERNEL
  std::size_t multiplyAddsPerRound;
  // Floats of one vector of filters, how many vectors a block of output channels may have, and whether it may be paired.
  std::size_t filterLanes, filterVectors;
  bool filterPairs;
};

const char* isaName(Isa isa);
// The sets that this processor and this build both have, best first; the scalar reference is always the last.
std::span<const Isa> availableIsas();
// The set's table; null where the build or the processor lacks it.
const Kernels* kernelsOf(Isa isa);

namespace scalar { extern const Kernels kernels; }
namespace avx2 { extern const Kernels kernels; }
namespace avx512 { extern const Kernels kernels; }
namespace neon { extern const Kernels kernels; }

}  // namespace platekeeper
