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

std::size_t Window::runsPerPixel() const { return dilationX == 1 ? size(height) : taps(); }
std::size_t Window::runLength() const { return dilationX == 1 ? size(width) * size(channels) : size(channels); }

std::size_t Window::tapsInside(std::size_t pixel) const {
  const std::int32_t x = static_cast<std::int32_t>(pixel % size(outWidth));
  const std::int32_t y = static_cast<std::int32_t>(pixel / size(outWidth) % size(outHeight));
  return inside(y * strideY - padTop, dilationY, height, inHeight) * inside(x * strideX - padLeft, dilationX, width, inWidth);
}

void Strips::begin(const Window& window, const float* input, float outside) {
  window_ = window, input_ = input, outside_ = outside;
  const std::size_t runs = stripPixels * window.runsPerPixel();
  if (starts_.size() < runs) starts_.resize(runs);
  if (rows_.size() < size(window.height)) rows_.resize(size(window.height));
  const std::size_t floats = (runs + 1) * window.runLength();
  if (patches_.size() < floats) patches_.resize(floats);
  std::fill_n(patches_.begin(), window.runLength(), outside);
}

Runs Strips::at(std::size_t first, std::size_t count) {
  const std::size_t width = size(window_.outWidth), height = size(window_.outHeight);
  const std::ptrdiff_t pictureFloats = std::ptrdiff_t{window_.inHeight} * window_.inWidth * window_.channels;
  const std::size_t perPixel = window_.runsPerPixel();
  used_ = window_.runLength();
  const float** starts = starts_.data();
  std::size_t line = first / width;
  for (std::size_t x = first % width, left = count; left > 0; x = 0, line++) {
    const std::size_t end = std::min(width, x + left);
    left -= end - x;
    beginLine(input_ + static_cast<std::ptrdiff_t>(line / height) * pictureFloats, static_cast<std::int32_t>(line % height));
    for (std::int32_t corner = static_cast<std::int32_t>(x) * window_.strideX - window_.padLeft; x < end; x++, starts += perPixel) {
      layPixel(corner, starts);
      corner += window_.strideX;
    }
  }
  return {starts_.data(), count, perPixel, window_.runLength()};
}

void Strips::beginLine(const float* picture, std::int32_t y) {
  const std::ptrdiff_t rowFloats = std::ptrdiff_t{window_.inWidth} * window_.channels;
  for (std::int32_t i = 0; i < window_.height; i++) {
    const std::int32_t from = y * window_.strideY - window_.padTop + i * window_.dilationY;
    const bool within = from >= 0 && from < window_.inHeight;
    rows_[size(i)] = within ? Row{picture + from * rowFloats, window_.channels} : Row{patches_.data(), 0};
  }
}

// The runs of the pixel whose window begins in column `left`, which may lie before the picture's first.
void Strips::layPixel(std::int32_t left, const float** starts) {
  const std::size_t height = size(window_.height);
  if (window_.dilationX == 1) {
    if (left >= 0 && left + window_.width <= window_.inWidth) {
      for (std::size_t i = 0; i < height; i++) starts[i] = rows_[i].start + left * rows_[i].step;
    } else {
      for (std::size_t i = 0; i < height; i++) starts[i] = rows_[i].step == 0 ? rows_[i].start : patched(rows_[i].start, left);
    }
    return;
  }
  for (std::size_t i = 0; i < height; i++) {
    for (std::int32_t j = 0; j < window_.width; j++) {
      const std::int32_t x = left + j * window_.dilationX;
      *starts++ = x >= 0 && x < window_.inWidth ? rows_[i].start + x * rows_[i].step : patches_.data();
    }
  }
}

// A run that begins before the row's first pixel or ends behind its last.
const float* Strips::patched(const float* row, std::int32_t left) {
  float* const patch = patches_.data() + used_;
  used_ += window_.runLength();
  const std::ptrdiff_t channels = window_.channels;
  const std::int32_t from = std::clamp(left, 0, window_.inWidth);
  const std::int32_t to = std::clamp(left + window_.width, 0, window_.inWidth);
  if (to <= from) return patches_.data();
  float* out = std::fill_n(patch, (from - left) * channels, outside_);
  out = std::copy(row + from * channels, row + to * channels, out);
  std::fill(out, patch + window_.runLength(), outside_);
  return patch;
}

}  // namespace platekeeper
