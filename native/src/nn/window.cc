#include "nn/window.h"

#include <algorithm>

namespace platekeeper {
namespace {

constexpr std::int32_t sideMost = 1 << 15;

std::size_t size(std::int32_t value) { return static_cast<std::size_t>(value); }

// How many of `count` steps from `start` lie in [0, end).
std::size_t inside(std::int32_t start, std::int32_t step, std::int32_t count, std::int32_t end) {
  std::size_t found = 0;
  for (std::int32_t i = 0, at = start; i < count; i++, at += step) found += at >= 0 && at < end;
  return found;
}

}  // namespace

bool Window::sane() const {
  for (const std::int32_t side : {batch, inHeight, inWidth, channels, outHeight, outWidth, height, width, strideY, strideX,
                                  dilationY, dilationX}) {
    if (side < 1 || side > sideMost) return false;
  }
  return padTop >= 0 && padTop <= sideMost && padLeft >= 0 && padLeft <= sideMost && taps() * size(channels) <= 1u << 26;
}

std::size_t Window::inputs() const { return size(batch) * size(inHeight) * size(inWidth) * size(channels); }
std::size_t Window::pixels() const { return size(batch) * size(outHeight) * size(outWidth); }
std::size_t Window::taps() const { return size(height) * size(width); }

std::int32_t Window::runWidth() const { return dilationX == 1 ? width : 1; }
std::size_t Window::runsPerPixel() const { return taps() / size(runWidth()); }
std::size_t Window::runLength() const { return size(runWidth()) * size(channels); }

std::size_t Window::tapsInside(std::size_t pixel) const {
  const std::int32_t x = static_cast<std::int32_t>(pixel % size(outWidth));
  const std::int32_t y = static_cast<std::int32_t>(pixel / size(outWidth) % size(outHeight));
  return inside(y * strideY - padTop, dilationY, height, inHeight) * inside(x * strideX - padLeft, dilationX, width, inWidth);
}

void Strips::begin(const Window& window, const float* input, float outside) {
  window_ = window, input_ = input, outside_ = outside;
  const std::size_t runs = stripPixels * window.runsPerPixel();
  if (starts_.size() < runs) starts_.resize(runs);
  const std::size_t floats = (runs + 1) * window.runLength();
  if (patches_.size() < floats) patches_.resize(floats);
  std::fill_n(patches_.begin(), window.runLength(), outside);
}

Runs Strips::at(std::size_t first, std::size_t count) {
  const std::size_t width = size(window_.outWidth), height = size(window_.outHeight);
  const std::ptrdiff_t pictureFloats = std::ptrdiff_t{window_.inHeight} * window_.inWidth * window_.channels;
  used_ = window_.runLength();
  std::size_t line = first / width;
  for (std::size_t x = first % width, done = 0; done < count; x = 0, line++) {
    const std::size_t pixels = std::min(width - x, count - done);
    const float* const picture = input_ + static_cast<std::ptrdiff_t>(line / height) * pictureFloats;
    const std::int32_t top = static_cast<std::int32_t>(line % height) * window_.strideY - window_.padTop;
    const std::int32_t left = static_cast<std::int32_t>(x) * window_.strideX - window_.padLeft;
    const float** starts = starts_.data() + done;
    for (std::int32_t i = 0; i < window_.height; i++) {
      const Row row = rowAt(picture, top + i * window_.dilationY);
      for (std::int32_t j = 0; j < window_.width; j += window_.runWidth(), starts += count) {
        layRun(row, left + j * window_.dilationX, pixels, starts);
      }
    }
    done += pixels;
  }
  return {starts_.data(), count, window_.runsPerPixel(), window_.runLength()};
}

Strips::Row Strips::rowAt(const float* picture, std::int32_t y) const {
  if (y < 0 || y >= window_.inHeight) return {patches_.data(), 0};
  return {picture + std::ptrdiff_t{y} * window_.inWidth * window_.channels, window_.channels};
}

// One run of neighbouring pixels; that of the first begins in column `left`, which may lie before the picture's first.
void Strips::layRun(const Row& row, std::int32_t left, std::size_t pixels, const float** starts) {
  if (row.step == 0) {
    std::fill_n(starts, pixels, row.start);
    return;
  }
  const float** const end = starts + pixels;
  for (; starts < end && left < 0; left += window_.strideX) *starts++ = patched(row.start, left);
  const std::int32_t last = window_.inWidth - window_.runWidth();
  const std::ptrdiff_t inside = left > last ? 0 : std::min<std::ptrdiff_t>(end - starts, (last - left) / window_.strideX + 1);
  const std::ptrdiff_t step = window_.strideX * row.step;
  const float* const from = row.start + left * row.step;
  for (std::ptrdiff_t p = 0; p < inside; p++) starts[p] = from + p * step;
  left += static_cast<std::int32_t>(inside) * window_.strideX;
  for (starts += inside; starts < end; left += window_.strideX) *starts++ = patched(row.start, left);
}

// A run that begins before the row's first pixel or ends behind its last.
const float* Strips::patched(const float* row, std::int32_t left) {
  float* const patch = patches_.data() + used_;
  used_ += window_.runLength();
  const std::ptrdiff_t channels = window_.channels;
  const std::int32_t from = std::clamp(left, 0, window_.inWidth);
  const std::int32_t to = std::clamp(left + window_.runWidth(), 0, window_.inWidth);
  if (to <= from) return patches_.data();
  float* out = std::fill_n(patch, (from - left) * channels, outside_);
  out = std::copy(row + from * channels, row + to * channels, out);
  std::fill(out, patch + window_.runLength(), outside_);
  return patch;
}

}  // namespace platekeeper
