#include "v4l2/device.h"

#include <fcntl.h>
#include <linux/videodev2.h>
#include <sys/ioctl.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <utility>

namespace platekeeper::v4l2 {
namespace {

constexpr std::uint32_t capture = V4L2_BUF_TYPE_VIDEO_CAPTURE;

// Ten-bit Bayer: in words of 16 bits, the upper six 0.
constexpr std::array<std::pair<std::uint32_t, PixelFormat>, 13> known{{
    {V4L2_PIX_FMT_GREY, PixelFormat::grey},
    {V4L2_PIX_FMT_NV12, PixelFormat::nv12},
    {V4L2_PIX_FMT_YUV420, PixelFormat::yuv420p},
    {V4L2_PIX_FMT_YUYV, PixelFormat::yuyv},
    {V4L2_PIX_FMT_RGB24, PixelFormat::rgb},
    {V4L2_PIX_FMT_SRGGB8, PixelFormat::bayerRggb8},
    {V4L2_PIX_FMT_SBGGR8, PixelFormat::bayerBggr8},
    {V4L2_PIX_FMT_SGRBG8, PixelFormat::bayerGrbg8},
    {V4L2_PIX_FMT_SGBRG8, PixelFormat::bayerGbrg8},
    {V4L2_PIX_FMT_SRGGB10, PixelFormat::bayerRggb10},
    {V4L2_PIX_FMT_SBGGR10, PixelFormat::bayerBggr10},
    {V4L2_PIX_FMT_SGRBG10, PixelFormat::bayerGrbg10},
    {V4L2_PIX_FMT_SGBRG10, PixelFormat::bayerGbrg10},
}};

std::optional<PixelFormat> formatOf(std::uint32_t code) {
  const auto* found = std::ranges::find(known, code, &std::pair<std::uint32_t, PixelFormat>::first);
  return found == known.end() ? std::nullopt : std::optional(found->second);
}

std::uint32_t codeOf(PixelFormat format) {
  return std::ranges::find(known, format, &std::pair<std::uint32_t, PixelFormat>::second)->first;
}

std::string textOf(std::uint32_t code) {
  std::string text(4, ' ');
  std::memcpy(text.data(), &code, 4);
  return text;
}

template <class Byte, std::size_t size>
std::string textOf(const Byte (&name)[size]) {
  const char* text = reinterpret_cast<const char*>(name);
  return {text, strnlen(text, size)};
}

v4l2_format asked(std::uint32_t code, std::uint32_t width, std::uint32_t height) {
  v4l2_format format{};
  format.type = capture;
  format.fmt.pix.pixelformat = code;
  format.fmt.pix.width = width;
  format.fmt.pix.height = height;
  format.fmt.pix.field = V4L2_FIELD_NONE;
  return format;
}

ControlKind kindOf(const v4l2_query_ext_ctrl& query) {
  if (query.nr_of_dims > 0) return ControlKind::other;
  switch (query.type) {
    case V4L2_CTRL_TYPE_INTEGER:
    case V4L2_CTRL_TYPE_BITMASK: return ControlKind::integer;
    case V4L2_CTRL_TYPE_INTEGER64: return ControlKind::wide;
    case V4L2_CTRL_TYPE_BOOLEAN: return ControlKind::boolean;
    case V4L2_CTRL_TYPE_MENU:
    case V4L2_CTRL_TYPE_INTEGER_MENU: return ControlKind::menu;
    case V4L2_CTRL_TYPE_BUTTON: return ControlKind::button;
    default: return ControlKind::other;
  }
}

std::vector<MenuItem> itemsOf(int device, const v4l2_query_ext_ctrl& query) {
  std::vector<MenuItem> items;
  for (std::int64_t index = query.minimum; index <= query.maximum; index++) {
    v4l2_querymenu item{};
    item.id = query.id;
    item.index = static_cast<std::uint32_t>(index);
    if (request(device, VIDIOC_QUERYMENU, &item) != 0) continue;  // a menu may have holes
    items.push_back({index, query.type == V4L2_CTRL_TYPE_MENU ? textOf(item.name) : std::to_string(item.value)});
  }
  return items;
}

v4l2_ext_controls one(v4l2_ext_control& control) {
  v4l2_ext_controls controls{};
  controls.which = V4L2_CTRL_WHICH_CUR_VAL;
  controls.count = 1;
  controls.controls = &control;
  return controls;
}

// What the device settles for; 0 where it does not say.
double rateOf(int device, double rateHz) {
  v4l2_streamparm parameters{};
  parameters.type = capture;
  if (request(device, VIDIOC_G_PARM, &parameters) != 0) return 0;
  v4l2_fract& interval = parameters.parm.capture.timeperframe;
  if (rateHz > 0 && (parameters.parm.capture.capability & V4L2_CAP_TIMEPERFRAME) != 0) {
    interval = {1000, static_cast<std::uint32_t>(std::lround(rateHz * 1000))};
    check(request(device, VIDIOC_S_PARM, &parameters) == 0, "VIDIOC_S_PARM");
  }
  return interval.numerator == 0 ? 0 : static_cast<double>(interval.denominator) / interval.numerator;
}

}  // namespace

int request(int device, unsigned long code, void* argument) {
  int status = 0;
  do status = ioctl(device, code, argument);
  while (status != 0 && errno == EINTR);
  return status;
}

Device::Device(const std::string& path) : device_(open(path.c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC), "open") {
  v4l2_capability capability{};
  check(request(device_.get(), VIDIOC_QUERYCAP, &capability) == 0, "VIDIOC_QUERYCAP");
  const std::uint32_t needed = V4L2_CAP_VIDEO_CAPTURE | V4L2_CAP_STREAMING;
  const std::uint32_t has = (capability.capabilities & V4L2_CAP_DEVICE_CAPS) != 0 ? capability.device_caps : capability.capabilities;
  errno = ENOTSUP;
  check((has & needed) == needed, "VIDIOC_QUERYCAP");
}

std::vector<Offer> Device::offers(std::uint32_t width, std::uint32_t height) const {
  std::vector<Offer> offers;
  for (v4l2_fmtdesc description{};; description.index++) {
    description.type = capture;
    if (request(descriptor(), VIDIOC_ENUM_FMT, &description) != 0) {
      check(errno == EINVAL, "VIDIOC_ENUM_FMT");
      return offers;
    }
    v4l2_format format = asked(description.pixelformat, width, height);
    if (request(descriptor(), VIDIOC_TRY_FMT, &format) != 0) {
      check(errno == EINVAL, "VIDIOC_TRY_FMT");
      continue;
    }
    const v4l2_pix_format& answer = format.fmt.pix;
    if (answer.pixelformat != description.pixelformat || answer.field != V4L2_FIELD_NONE) continue;
    offers.push_back({textOf(answer.pixelformat), formatOf(answer.pixelformat), answer.width, answer.height});
  }
}

std::vector<Control> Device::controls() const {
  std::vector<Control> controls;
  v4l2_query_ext_ctrl query{};
  for (query.id = V4L2_CTRL_FLAG_NEXT_CTRL; request(descriptor(), VIDIOC_QUERY_EXT_CTRL, &query) == 0; query.id |= V4L2_CTRL_FLAG_NEXT_CTRL) {
    if (query.type == V4L2_CTRL_TYPE_CTRL_CLASS || (query.flags & V4L2_CTRL_FLAG_DISABLED) != 0) continue;
    const ControlKind kind = kindOf(query);
    controls.push_back({query.id, textOf(query.name), kind, query.minimum, query.maximum, static_cast<std::int64_t>(query.step),
                        (query.flags & V4L2_CTRL_FLAG_READ_ONLY) != 0,
                        kind == ControlKind::menu ? itemsOf(descriptor(), query) : std::vector<MenuItem>{}});
  }
  check(errno == EINVAL || errno == ENOTTY, "VIDIOC_QUERY_EXT_CTRL");  // no more, or none at all
  return controls;
}

std::int64_t Device::control(std::uint32_t id, bool wide) const {
  v4l2_ext_control control{};
  control.id = id;
  v4l2_ext_controls controls = one(control);
  check(request(descriptor(), VIDIOC_G_EXT_CTRLS, &controls) == 0, "VIDIOC_G_EXT_CTRLS");
  return wide ? control.value64 : control.value;
}

void Device::setControl(std::uint32_t id, bool wide, std::int64_t value) const {
  v4l2_ext_control control{};
  control.id = id;
  if (wide) control.value64 = value;
  else control.value = static_cast<std::int32_t>(value);
  v4l2_ext_controls controls = one(control);
  check(request(descriptor(), VIDIOC_S_EXT_CTRLS, &controls) == 0, "VIDIOC_S_EXT_CTRLS");
}

Settled Device::settle(const Mode& mode) const {
  const std::uint32_t code = codeOf(mode.format);
  v4l2_format format = asked(code, mode.width, mode.height);
  check(request(descriptor(), VIDIOC_S_FMT, &format) == 0, "VIDIOC_S_FMT");
  const v4l2_pix_format& answer = format.fmt.pix;
  const std::size_t stride = answer.bytesperline, frame = imageBytes(mode.format, answer.height, stride);
  errno = EINVAL;
  check(answer.pixelformat == code && answer.width == mode.width && answer.height == mode.height &&
            stride >= rowBytes(mode.format, answer.width) && answer.sizeimage >= frame,
        "VIDIOC_S_FMT");
  return {{mode.format, mode.width, mode.height, rateOf(descriptor(), mode.rateHz)}, stride, frame};
}

}  // namespace platekeeper::v4l2
