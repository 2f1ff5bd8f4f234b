// What an image is to the engine: a pixel format, a size, a stride and bytes that somebody else owns and keeps alive.
//
// Promises the arithmetic of sizes; refuses nothing: whoever makes an ImageView has checked that the bytes are there.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace platekeeper {

enum class PixelFormat : std::uint8_t {
  grey, nv12, yuv420p, yuyv, rgb,
  bayerRggb8, bayerBggr8, bayerGrbg8, bayerGbrg8,
  bayerRggb10, bayerBggr10, bayerGrbg10, bayerGbrg10,
};

std::optional<PixelFormat> pixelFormatNamed(std::string_view name);
std::string_view pixelFormatName(PixelFormat format);
// Bytes that one row of the first plane needs at least.
std::size_t rowBytes(PixelFormat format, std::size_t width);
// Bytes of the whole image, every plane: chroma of nv12 has the luma's stride, chroma of yuv420p half of it (rounded up).
std::size_t imageBytes(PixelFormat format, std::size_t height, std::size_t strideBytes);

struct ImageView {
  PixelFormat format;
  std::int32_t width, height;
  std::size_t strideBytes;
  const std::uint8_t* bytes;

  const std::uint8_t* row(std::int32_t y) const { return bytes + static_cast<std::size_t>(y) * strideBytes; }
};

// A rectangle in frame pixels; pixel (i, j) covers [i, i + 1) x [j, j + 1).
struct Rectangle {
  double x, y, width, height;
};

}  // namespace platekeeper
