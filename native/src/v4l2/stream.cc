#include "v4l2/stream.h"

#include <linux/videodev2.h>
#include <sys/ioctl.h>
#include <sys/mman.h>

#include <limits>

#include "image/pack.h"

namespace platekeeper::v4l2 {
namespace {

// One being filled, one being copied, two for a reader that is late.
constexpr std::uint32_t buffersWanted = 4;

v4l2_buffer bufferOf(std::uint32_t index) {
  v4l2_buffer buffer{};
  buffer.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
  buffer.memory = V4L2_MEMORY_MMAP;
  buffer.index = index;
  return buffer;
}

double stampOf(const v4l2_buffer& buffer) {
  if ((buffer.flags & V4L2_BUF_FLAG_TIMESTAMP_MASK) != V4L2_BUF_FLAG_TIMESTAMP_MONOTONIC) return std::numeric_limits<double>::quiet_NaN();
  return static_cast<double>(buffer.timestamp.tv_sec) * 1e3 + static_cast<double>(buffer.timestamp.tv_usec) / 1e3;
}

}  // namespace

Mapping::Mapping(int device, std::size_t bytes, std::int64_t offset) {
  void* const memory = mmap(nullptr, bytes, PROT_READ, MAP_SHARED, device, offset);
  check(memory != MAP_FAILED, "mmap");
  bytes_ = {static_cast<std::uint8_t*>(memory), bytes};
}

Mapping::~Mapping() {
  if (!bytes_.empty()) munmap(bytes_.data(), bytes_.size());
}

Stream::Stream(const Device& device, const Settled& settled)
    : device_(device.descriptor()), settled_(settled), packedBytes_(packedBytes(settled.mode.format, settled.mode.width, settled.mode.height)) {
  v4l2_requestbuffers wanted{};
  wanted.count = buffersWanted;
  wanted.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
  wanted.memory = V4L2_MEMORY_MMAP;
  check(request(device_, VIDIOC_REQBUFS, &wanted) == 0, "VIDIOC_REQBUFS");
  for (std::uint32_t index = 0; index < wanted.count; index++) {
    v4l2_buffer buffer = bufferOf(index);
    check(request(device_, VIDIOC_QUERYBUF, &buffer) == 0, "VIDIOC_QUERYBUF");
    errno = EINVAL;
    check(buffer.length >= settled_.frameBytes, "VIDIOC_QUERYBUF");
    buffers_.emplace_back(device_, buffer.length, buffer.m.offset);
    check(request(device_, VIDIOC_QBUF, &buffer) == 0, "VIDIOC_QBUF");
  }
  int type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
  check(request(device_, VIDIOC_STREAMON, &type) == 0, "VIDIOC_STREAMON");
}

Stream::~Stream() {
  int type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
  request(device_, VIDIOC_STREAMOFF, &type);
}

std::optional<Frame> Stream::take(FramePool& pool, std::span<std::uint8_t> memory) {
  for (;;) {
    v4l2_buffer buffer = bufferOf(0);
    if (request(device_, VIDIOC_DQBUF, &buffer) != 0) {
      check(errno == EAGAIN, "VIDIOC_DQBUF");
      return std::nullopt;
    }
    const bool whole = (buffer.flags & V4L2_BUF_FLAG_ERROR) == 0 && buffer.bytesused >= settled_.frameBytes;
    Frame frame{whole ? pool.acquire() : std::nullopt, buffer.sequence, stampOf(buffer)};
    if (frame.lease) {
      const auto& [format, width, height, rateHz] = settled_.mode;
      const ImageView image{format, static_cast<std::int32_t>(width), static_cast<std::int32_t>(height), settled_.strideBytes, buffers_.at(buffer.index).bytes().data()};
      pack(image, memory.subspan(pool.offsetOf(frame.lease->slot), packedBytes_));
    }
    if (request(device_, VIDIOC_QBUF, &buffer) != 0) {
      const std::system_error failed(errno, std::generic_category(), "VIDIOC_QBUF");
      if (frame.lease) pool.release(*frame.lease);
      throw failed;
    }
    if (whole) return frame;
  }
}

}  // namespace platekeeper::v4l2
