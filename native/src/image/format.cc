#include "image/format.h"

#include <array>
#include <utility>

namespace platekeeper {

namespace {

using enum PixelFormat;
constexpr std::array<std::pair<std::string_view, PixelFormat>, 13> names{{
    {"grey", grey}, {"nv12", nv12}, {"yuv420p", yuv420p}, {"yuyv", yuyv}, {"rgb", rgb},
    {"bayer-rggb8", bayerRggb8}, {"bayer-bggr8", bayerBggr8}, {"bayer-grbg8", bayerGrbg8}, {"bayer-gbrg8", bayerGbrg8},
    {"bayer-rggb10", bayerRggb10}, {"bayer-bggr10", bayerBggr10}, {"bayer-grbg10", bayerGrbg10}, {"bayer-gbrg10", bayerGbrg10},
}};

}  // namespace

std::optional<PixelFormat> pixelFormatNamed(std::string_view name) {
  for (const auto& [known, format] : names) {
    if (known == name) return format;
  }
  return std::nullopt;
}

std::string_view pixelFormatName(PixelFormat format) { return names[static_cast<std::size_t>(format)].first; }

std::size_t rowBytes(PixelFormat format, std::size_t width) {
  switch (format) {
    case PixelFormat::nv12: return (width + 1) / 2 * 2;
    case PixelFormat::yuyv: return (width + 1) / 2 * 4;
    case PixelFormat::rgb: return width * 3;
    case PixelFormat::bayerRggb10:
    case PixelFormat::bayerBggr10:
    case PixelFormat::bayerGrbg10:
    case PixelFormat::bayerGbrg10: return width * 2;
    default: return width;
  }
}

std::size_t imageBytes(PixelFormat format, std::size_t height, std::size_t strideBytes) {
  const std::size_t first = strideBytes * height, chromaRows = (height + 1) / 2;
  switch (format) {
    case PixelFormat::nv12: return first + strideBytes * chromaRows;
    case PixelFormat::yuv420p: return first + 2 * ((strideBytes + 1) / 2) * chromaRows;
    default: return first;
  }
}

}  // namespace platekeeper
