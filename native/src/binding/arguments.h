// What crosses from JavaScript: numbers, and bytes where they lie (never copied; a view of shared memory is as good as any).
//
// index.ts has checked the values and names what is wrong with them. Here only what memory safety needs is checked again, against
// the lengths that the engine of JavaScript itself reports, so that no caller of the raw addon reads or writes outside a buffer.
#pragma once

#include <napi.h>

#include <algorithm>
#include <span>

#include "image/format.h"

namespace platekeeper::binding {

// Reads the arguments of a call from left to right.
class Arguments {
 public:
  explicit Arguments(const Napi::CallbackInfo& info) : info_(info) {}

  double number();
  std::uint32_t count();
  // A width, a height, a number of cells: 1 to 32,768, so that products of two never overflow.
  std::uint32_t side();
  std::string text();
  std::span<std::uint8_t> bytes();
  std::span<float> floats();
  // Whole numbers of 32 bits; of exactly so many, where that is said.
  std::span<const std::int32_t> integers();
  std::span<const std::int32_t> integers(std::size_t length);
  // A tensor of exactly so many floats.
  std::span<float> tensor(std::size_t length);
  // The same, or an empty one for undefined.
  std::span<float> tensorOrNothing(std::size_t length);
  std::span<double> doubles();
  // Exactly so many.
  std::span<double> doubles(std::size_t length);
  // A picture of exactly so many bytes, to be written.
  std::span<std::uint8_t> picture(std::size_t length);
  // What a handle of this kind holds; `tag` tells the kinds apart, as JavaScript can not.
  template <class Held>
  Held& held(const napi_type_tag& tag);
  // An array that is looked at later, when it may have changed.
  Napi::Float32Array array();
  // Arguments that were not read yet.
  std::size_t left() const { return info_.Length() - std::min(place_, info_.Length()); }
  // Five arguments: format, width, height, strideBytes, data.
  ImageView image();

  // Throws a TypeError that names the argument read last by its place.
  [[noreturn]] void refuse(const char* what) const;

 private:
  Napi::Value next() { return info_[place_++]; }
  std::span<std::byte> view(napi_typedarray_type type, std::size_t elementBytes);

  const Napi::CallbackInfo& info_;
  std::size_t place_ = 0;
};

template <class Held>
Held& Arguments::held(const napi_type_tag& tag) {
  const Napi::Value value = next();
  if (!value.IsExternal() || !value.As<Napi::External<Held>>().CheckTypeTag(&tag)) refuse("not a handle of the right kind");
  return *value.As<Napi::External<Held>>().Data();
}

}  // namespace platekeeper::binding
