#include "binding/arguments.h"

namespace platekeeper::binding {

namespace {
constexpr std::uint32_t sideMost = 1u << 15;
}

void Arguments::refuse(const char* what) const {
  throw Napi::TypeError::New(info_.Env(), "native argument " + std::to_string(place_ - 1) + ": " + what);
}

double Arguments::number() {
  const Napi::Value value = next();
  if (!value.IsNumber()) refuse("not a number");
  return value.As<Napi::Number>().DoubleValue();
}

std::uint32_t Arguments::count() {
  const double value = number();
  if (!(value >= 0.0 && value <= 4294967295.0)) refuse("not a count");
  return static_cast<std::uint32_t>(value);
}

std::uint32_t Arguments::side() {
  const std::uint32_t value = count();
  if (value == 0 || value > sideMost) refuse("not a size");
  return value;
}

std::string Arguments::text() {
  const Napi::Value value = next();
  if (!value.IsString()) refuse("not a string");
  return value.As<Napi::String>().Utf8Value();
}

std::span<std::byte> Arguments::view(napi_typedarray_type type, std::size_t elementBytes) {
  const Napi::Value value = next();
  napi_typedarray_type found{};
  std::size_t length = 0;
  void* data = nullptr;
  if (!value.IsTypedArray() ||
      napi_get_typedarray_info(info_.Env(), value, &found, &length, &data, nullptr, nullptr) != napi_ok || found != type) {
    refuse("not a typed array of the right kind");
  }
  return {static_cast<std::byte*>(data), length * elementBytes};
}

std::span<std::uint8_t> Arguments::bytes() {
  const std::span<std::byte> found = view(napi_uint8_array, 1);
  return {reinterpret_cast<std::uint8_t*>(found.data()), found.size()};
}

std::span<float> Arguments::floats() {
  const std::span<std::byte> found = view(napi_float32_array, sizeof(float));
  return {reinterpret_cast<float*>(found.data()), found.size() / sizeof(float)};
}

std::span<const std::int32_t> Arguments::integers() {
  const std::span<std::byte> found = view(napi_int32_array, sizeof(std::int32_t));
  return {reinterpret_cast<const std::int32_t*>(found.data()), found.size() / sizeof(std::int32_t)};
}

std::span<const std::int32_t> Arguments::integers(std::size_t length) {
  const std::span<const std::int32_t> found = integers();
  if (found.size() != length) refuse("whole numbers of the wrong count");
  return found;
}

std::span<float> Arguments::tensor(std::size_t length) {
  const std::span<float> found = floats();
  if (found.size() != length) refuse("a tensor of the wrong length");
  return found;
}

std::span<float> Arguments::tensorOrNothing(std::size_t length) {
  if (!info_[place_].IsUndefined()) return tensor(length);
  place_++;
  return {};
}

Napi::Float32Array Arguments::array() {
  const Napi::Value found = next();
  if (!found.IsTypedArray() || found.As<Napi::TypedArray>().TypedArrayType() != napi_float32_array) refuse("not a typed array of the right kind");
  return found.As<Napi::Float32Array>();
}

std::span<double> Arguments::doubles() {
  const std::span<std::byte> found = view(napi_float64_array, sizeof(double));
  return {reinterpret_cast<double*>(found.data()), found.size() / sizeof(double)};
}

std::span<double> Arguments::doubles(std::size_t length) {
  const std::span<double> found = doubles();
  if (found.size() != length) refuse("numbers of the wrong count");
  return found;
}

std::span<std::uint8_t> Arguments::picture(std::size_t length) {
  const std::span<std::uint8_t> found = bytes();
  if (found.size() != length) refuse("a picture of the wrong length");
  return found;
}

ImageView Arguments::image() {
  const std::optional<PixelFormat> format = pixelFormatNamed(text());
  if (!format) refuse("not a pixel format");
  const std::uint32_t width = side(), height = side(), strideBytes = count();
  if (strideBytes < rowBytes(*format, width)) refuse("a stride shorter than a row");
  const std::span<std::uint8_t> data = bytes();
  if (data.size() < imageBytes(*format, height, strideBytes)) refuse("fewer bytes than the image has");
  return {*format, static_cast<std::int32_t>(width), static_cast<std::int32_t>(height), strideBytes, data.data()};
}

}  // namespace platekeeper::binding
