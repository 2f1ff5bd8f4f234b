// Frames of a device: from the driver's buffers, which are mapped here, into slots of the frame pool.
//
// A frame is copied once, without the gaps at its rows' ends, and the driver has its buffer back before the frame is handed on: so the
// driver never waits for a reader, and no slot waits in the driver. What the driver calls broken, what is shorter than a frame, and
// what finds no free slot is lost; the driver's count shows the gap. Decision 0012 has why it is a copy.
#pragma once

#include <span>
#include <vector>

#include "image/pool.h"
#include "v4l2/device.h"

namespace platekeeper::v4l2 {

struct Frame {
  std::optional<Lease> lease;  // empty: no slot was free
  std::uint32_t sequence;
  double monotonicMs;  // when the driver stamped it, CLOCK_MONOTONIC; NaN where it has another clock
};

// Memory of the driver's, seen here until it ends.
class Mapping {
 public:
  Mapping(int device, std::size_t bytes, std::int64_t offset);
  Mapping(Mapping&& other) noexcept : bytes_(std::exchange(other.bytes_, {})) {}
  Mapping& operator=(Mapping&&) = delete;
  ~Mapping();
  std::span<const std::uint8_t> bytes() const { return bytes_; }

 private:
  std::span<std::uint8_t> bytes_;
};

// Streams from its beginning to its end.
class Stream {
 public:
  // The device outlives the stream. Throws std::system_error: EBUSY while another streams from it.
  Stream(const Device& device, const Settled& settled);
  Stream(const Stream&) = delete;
  Stream& operator=(const Stream&) = delete;
  ~Stream();

  // Bytes of a frame in its slot.
  std::size_t frameBytes() const { return packedBytes_; }
  // The oldest whole frame that waits; empty when none does. The pool's slots hold a frame; `memory` is the pool's. Throws
  // std::system_error: ENODEV when the camera has gone, EIO when the driver has given up.
  std::optional<Frame> take(FramePool& pool, std::span<std::uint8_t> memory);

 private:
  int device_;
  Settled settled_;
  std::size_t packedBytes_;
  std::vector<Mapping> buffers_;
};

}  // namespace platekeeper::v4l2
