// The frame pool: a fixed number of frame buffers in one piece of shared memory, handed out as leases.
//
// Any thread with the memory may acquire, retain and release; nothing locks, nothing allocates. Each slot has one 64-bit word,
// generation << 32 | holders, changed by compare-and-swap only: a lease names slot and generation, so one that was released (and
// perhaps taken anew by somebody else) is seen to be stale and refused.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace platekeeper {

struct Lease {
  std::uint32_t slot, generation;
};

class FramePool {
 public:
  // Slots begin on pages, whatever the memory's own alignment: camera drivers and vector loads want it so.
  static constexpr std::size_t alignment = 4096;
  // Bytes of memory to ask for.
  static std::size_t bytesNeeded(std::uint32_t slots, std::size_t bytesPerSlot);
  // Lays out a pool in zeroed memory of at least bytesNeeded; it is free in all its slots.
  static FramePool create(std::span<std::uint8_t> memory, std::uint32_t slots, std::size_t bytesPerSlot);
  // The pool that somebody made in this memory; empty when there is none, or it does not fit the memory.
  static std::optional<FramePool> attach(std::span<std::uint8_t> memory);

  std::uint32_t slots() const;
  std::size_t bytesPerSlot() const;
  std::uint32_t free() const;
  // A slot held once, by the caller; empty when all are held.
  std::optional<Lease> acquire();
  // One holder more or less; false for a lease that is not (or no longer) held.
  bool retain(Lease lease);
  bool release(Lease lease);
  bool holds(Lease lease) const;
  // Where the slot's bytes begin, from the memory's start.
  std::size_t offsetOf(std::uint32_t slot) const;

 private:
  struct Header;
  struct Slot;
  explicit FramePool(std::span<std::uint8_t> memory);
  Slot& slot(std::uint32_t index) const;

  std::uint8_t* memory_;
  Header* header_;
};

}  // namespace platekeeper
