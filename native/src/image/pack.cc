#include "image/pack.h"

#include <cstring>

namespace platekeeper {
namespace {

struct Plane {
  std::size_t rows, rowBytes, strideBytes;
};

// One plane to the next; gives where the output goes on.
std::uint8_t* packPlane(const std::uint8_t*& from, const Plane& plane, std::uint8_t* to) {
  for (std::size_t y = 0; y < plane.rows; y++, from += plane.strideBytes, to += plane.rowBytes) std::memcpy(to, from, plane.rowBytes);
  return to;
}

}  // namespace

std::size_t packedBytes(PixelFormat format, std::size_t width, std::size_t height) {
  return imageBytes(format, height, rowBytes(format, width));
}

void pack(const ImageView& image, std::span<std::uint8_t> out) {
  const std::size_t width = static_cast<std::size_t>(image.width), height = static_cast<std::size_t>(image.height);
  const std::size_t row = rowBytes(image.format, width), chromaRows = (height + 1) / 2;
  if (image.strideBytes == row) {
    std::memcpy(out.data(), image.bytes, packedBytes(image.format, width, height));
    return;
  }
  const std::uint8_t* from = image.bytes;
  std::uint8_t* to = packPlane(from, {height, row, image.strideBytes}, out.data());
  if (image.format == PixelFormat::nv12) packPlane(from, {chromaRows, row, image.strideBytes}, to);
  if (image.format == PixelFormat::yuv420p) {
    const Plane chroma{chromaRows, (row + 1) / 2, (image.strideBytes + 1) / 2};
    packPlane(from, chroma, packPlane(from, chroma, to));
  }
}

}  // namespace platekeeper
