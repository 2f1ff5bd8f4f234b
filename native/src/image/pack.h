// A picture without the gaps that a camera leaves at the ends of its rows.
#pragma once

#include <span>

#include "image/format.h"

namespace platekeeper {

// Bytes of an image without gaps.
std::size_t packedBytes(PixelFormat format, std::size_t width, std::size_t height);
// Writes packedBytes: every plane, each row directly behind the one before. One copy where the image has no gaps.
void pack(const ImageView& image, std::span<std::uint8_t> out);

}  // namespace platekeeper
