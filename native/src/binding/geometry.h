// The geometry of networks as it crosses from JavaScript: plain structures of whole numbers, and clamps.
#pragma once

#include <cstring>

#include "binding/arguments.h"
#include "nn/window.h"

namespace platekeeper::binding {

// Field by field, all 32 bits.
template <class Structure>
Structure structureOf(Arguments& in) {
  const std::span<const std::int32_t> fields = in.integers(sizeof(Structure) / sizeof(std::int32_t));
  Structure structure;
  std::memcpy(&structure, fields.data(), sizeof structure);
  return structure;
}

inline Window windowOf(Arguments& in) {
  const Window window = structureOf<Window>(in);
  if (!window.sane()) in.refuse("not a window");
  return window;
}

inline Clamp clampOf(Arguments& in) {
  const float low = static_cast<float>(in.number());
  return {low, static_cast<float>(in.number())};
}

}  // namespace platekeeper::binding
