// A camera by the kernel's Video4Linux interface (linux/videodev2.h): what it offers, and its controls. Its frames: v4l2/stream.h.
//
// Every call throws std::system_error that names the ioctl; ENODEV when the camera has gone. Refuses devices that deliver a picture's
// planes in buffers of their own (the multi-planar interface): ENOTSUP.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "image/format.h"
#include "system/descriptor.h"

namespace platekeeper::v4l2 {

// What the device would deliver when asked for a format and a size: its answer may have another size.
struct Offer {
  std::string code;                   // four characters, such as YUYV or MJPG
  std::optional<PixelFormat> format;  // empty: none of ours
  std::uint32_t width, height;
};

enum class ControlKind : std::uint8_t { integer, wide, boolean, menu, button, other };

struct MenuItem {
  std::int64_t index;
  std::string name;
};

struct Control {
  std::uint32_t id;
  std::string name;
  ControlKind kind;  // wide: of 64 bits; other: text, compound or an array, which are neither read nor set here
  std::int64_t least, most, step;
  bool readOnly;
  std::vector<MenuItem> items;
};

struct Mode {
  PixelFormat format;
  std::uint32_t width, height;
  double rateHz;  // 0: left as it is
};

// A mode as the device has taken it.
struct Settled {
  Mode mode;  // its rate is the device's own; 0: it does not say
  std::size_t strideBytes, frameBytes;
};

// The call, again where a signal broke it off.
int request(int device, unsigned long code, void* argument);

class Device {
 public:
  // EACCES, ENOENT, ENODEV; ENOTTY or ENOTSUP where the path is no camera that streams.
  explicit Device(const std::string& path);

  // Progressive formats only, in the driver's own order.
  std::vector<Offer> offers(std::uint32_t width, std::uint32_t height) const;
  std::vector<Control> controls() const;
  std::int64_t control(std::uint32_t id, bool wide) const;
  // ERANGE where the value is out of range, EACCES where it can not be written, EBUSY while something else holds it.
  void setControl(std::uint32_t id, bool wide, std::int64_t value) const;
  // EBUSY while another streams; EINVAL where the device does not take the mode as it is.
  Settled settle(const Mode& mode) const;

  int descriptor() const { return device_.get(); }

 private:
  Descriptor device_;
};

}  // namespace platekeeper::v4l2
