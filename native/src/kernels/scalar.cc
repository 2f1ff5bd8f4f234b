// The reference: each kernel as it is said in kernels.h, in the plainest words. Runs everywhere; every other set is tested against it.
#include "kernels/kernels.h"

#include <cmath>

namespace platekeeper::scalar {

#include "kernels/rows.h"
#include "kernels/reference.h"

static void weighRows(const std::uint8_t* const* rows, const float* weights, std::size_t count, float* out, std::size_t pixels) {
  for (std::size_t x = 0; x < pixels; x++) {
    float sum = 0.0f;
    for (std::size_t k = 0; k < count; k++) sum += weights[k] * static_cast<float>(rows[k][x]);
    out[x] = sum;
  }
}

static void weighColumns(const float* in, std::size_t inStride, std::size_t rows, const Taps& taps, float bias, float* out,
                         std::size_t outStride, float*) {
  for (std::size_t r = 0; r < rows; r++) {
    for (std::size_t i = 0; i < taps.outputs; i++) {
      const float* from = in + r * inStride + taps.starts[i];
      const float* weights = taps.weights + i * taps.perOutput;
      float sum = bias;
      for (std::size_t k = 0; k < taps.perOutput; k++) sum += weights[k] * from[k];
      out[r * outStride + i] = sum;
    }
  }
}

static void averageColumns(const float* in, std::size_t factor, float share, float bias, float* out, std::size_t outputs) {
  for (std::size_t i = 0; i < outputs; i++) {
    float sum = 0.0f;
    for (std::size_t k = 0; k < factor; k++) sum += in[i * factor + k];
    out[i] = bias + share * sum;
  }
}

// NaN goes to 0, so that no coordinate leaves the texture.
static float clampTo(float value, float most) {
  const float low = value > 0.0f ? value : 0.0f;
  return low < most ? low : most;
}

static void warpRow(const Texture& texture, const Ray& ray, float gain, float* out, std::size_t count) {
  for (std::size_t i = 0; i < count; i++) {
    const float t = static_cast<float>(i);
    const float share = 1.0f / (ray.w + t * ray.dw);
    const float x = clampTo((ray.x + t * ray.dx) * share, static_cast<float>(texture.width - 1));
    const float y = clampTo((ray.y + t * ray.dy) * share, static_cast<float>(texture.height - 1));
    const std::int32_t column = static_cast<std::int32_t>(x), line = static_cast<std::int32_t>(y);
    const float right = x - static_cast<float>(column), down = y - static_cast<float>(line);
    const std::uint32_t cell = texture.cells[static_cast<std::size_t>(line) * static_cast<std::size_t>(texture.width) +
                                             static_cast<std::size_t>(column)];
    const float a = static_cast<float>(cell & 0xff), b = static_cast<float>(cell >> 8 & 0xff);
    const float c = static_cast<float>(cell >> 16 & 0xff), d = static_cast<float>(cell >> 24);
    const float upper = a + (b - a) * right, lower = c + (d - c) * right;
    out[i] += gain * (upper + (lower - upper) * down);
  }
}

static void standardise(float* values, std::size_t count, float floor) {
  double sum = 0.0, squares = 0.0;
  for (std::size_t i = 0; i < count; i++) sum += static_cast<double>(values[i]);
  const double mean = sum / static_cast<double>(count);
  for (std::size_t i = 0; i < count; i++) {
    const double away = static_cast<double>(values[i]) - mean;
    squares += away * away;
  }
  const double deviation = std::sqrt(squares / static_cast<double>(count));
  const float gain = static_cast<float>(1.0 / (deviation > static_cast<double>(floor) ? deviation : static_cast<double>(floor)));
  const float middle = static_cast<float>(mean);
  for (std::size_t i = 0; i < count; i++) values[i] = (values[i] - middle) * gain;
}

static constexpr std::size_t multiplyAddsPerRound = 8;

static float multiplyAdds(std::uint64_t rounds) {
  float sums[multiplyAddsPerRound] = {1, 2, 3, 4, 5, 6, 7, 8};
  for (std::uint64_t round = 0; round < rounds; round++) {
    for (float& sum : sums) {
      sum = sum * 0.5f + 1.0f;
      asm volatile("" : "+m"(sum));
    }
  }
  float total = 0.0f;
  for (const float sum : sums) total += sum;
  return total;
}

const Kernels kernels{
#define KERNEL(result, name, arguments) name,
    PLATEKEEPER_KERNELS(KERNEL)
    PLATEKEEPER_NETWORK_KERNELS(KERNEL)
#undef KERNEL
        multiplyAddsPerRound,
    filterLanes,
    filterVectors,
    filterPairs,
};

}  // namespace platekeeper::scalar
