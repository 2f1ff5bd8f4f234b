#include "nn/elementwise.h"

#include <algorithm>

namespace platekeeper {
namespace {

constexpr std::size_t chunkLeast = 1024;

// Calls `each` with stretches of `first`: where they begin, how long they are, and the second operand's values for them.
template <class Each>
void eachStretch(std::span<const float> first, std::span<const float> second, std::vector<float>& scratch, Each each) {
  if (second.size() >= chunkLeast || second.size() >= first.size()) {
    for (std::size_t at = 0; at < first.size(); at += second.size()) each(at, second.size(), second.data());
    return;
  }
  const std::size_t stretch = (chunkLeast + second.size() - 1) / second.size() * second.size();
  scratch.resize(std::max(scratch.size(), stretch));
  for (std::size_t i = 0; i < stretch; i += second.size()) std::ranges::copy(second, scratch.begin() + static_cast<std::ptrdiff_t>(i));
  for (std::size_t at = 0; at < first.size(); at += stretch) each(at, std::min(stretch, first.size() - at), scratch.data());
}

}  // namespace

void addRepeated(const Kernels& kernels, std::span<const float> first, std::span<const float> second, const Clamp& clamp,
                 float* out, std::vector<float>& scratch) {
  eachStretch(first, second, scratch, [&](std::size_t at, std::size_t count, const float* values) {
    kernels.add(first.data() + at, values, clamp, out + at, count);
  });
}

void leanRepeated(const Kernels& kernels, std::span<const float> first, std::span<const float> slopes, float* out,
                  std::vector<float>& scratch) {
  eachStretch(first, slopes, scratch, [&](std::size_t at, std::size_t count, const float* values) {
    kernels.lean(first.data() + at, values, out + at, count);
  });
}

}  // namespace platekeeper
