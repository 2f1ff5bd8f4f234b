#include "image/pool.h"

#include <atomic>
#include <new>

namespace platekeeper {

struct FramePool::Header {
  std::uint64_t magic;
  std::uint64_t bytesPerSlot;
  std::uint32_t slots;
  std::uint32_t next;  // where the search for a free slot begins: a hint, shared to spread the threads
  std::uint8_t rest[40];
};

// A cache line of its own for each slot's word.
struct FramePool::Slot {
  std::uint64_t word;
  std::uint8_t rest[56];
};

namespace {

constexpr std::uint64_t poolMagic = 0x6c6f6f706b706c31;  // "1lpkpool"

std::size_t aligned(std::size_t bytes) { return (bytes + FramePool::alignment - 1) / FramePool::alignment * FramePool::alignment; }
std::size_t headBytes(std::uint32_t slots) { return aligned(64 + std::size_t{64} * slots); }
std::size_t bodyBytes(std::uint32_t slots, std::size_t bytesPerSlot) { return slots * aligned(bytesPerSlot); }

// Bytes from the memory's start to its first page.
std::size_t skipped(const std::uint8_t* memory) {
  const std::uintptr_t at = reinterpret_cast<std::uintptr_t>(memory);
  return aligned(at) - at;
}

std::uint32_t holders(std::uint64_t word) { return static_cast<std::uint32_t>(word); }
std::uint32_t generation(std::uint64_t word) { return static_cast<std::uint32_t>(word >> 32); }

}  // namespace

static_assert(std::atomic_ref<std::uint64_t>::is_always_lock_free);

FramePool::FramePool(std::span<std::uint8_t> memory)
    : memory_(memory.data()), header_(reinterpret_cast<Header*>(memory.data() + skipped(memory.data()))) {}

FramePool::Slot& FramePool::slot(std::uint32_t index) const {
  return reinterpret_cast<Slot*>(reinterpret_cast<std::uint8_t*>(header_) + sizeof(Header))[index];
}

std::size_t FramePool::bytesNeeded(std::uint32_t slots, std::size_t bytesPerSlot) {
  return alignment + headBytes(slots) + bodyBytes(slots, bytesPerSlot);
}

FramePool FramePool::create(std::span<std::uint8_t> memory, std::uint32_t slots, std::size_t bytesPerSlot) {
  static_assert(sizeof(Header) == 64 && sizeof(Slot) == 64);
  FramePool pool(memory);
  pool.header_->bytesPerSlot = bytesPerSlot;
  pool.header_->slots = slots;
  std::atomic_ref(pool.header_->magic).store(poolMagic, std::memory_order_release);
  return pool;
}

std::optional<FramePool> FramePool::attach(std::span<std::uint8_t> memory) {
  if (memory.size() < alignment + sizeof(Header)) return std::nullopt;
  const FramePool pool(memory);
  const Header& header = *pool.header_;
  if (std::atomic_ref(pool.header_->magic).load(std::memory_order_acquire) != poolMagic) return std::nullopt;
  if (header.slots == 0 || header.bytesPerSlot == 0 || header.bytesPerSlot > memory.size()) return std::nullopt;
  if (header.slots > memory.size() / header.bytesPerSlot) return std::nullopt;
  if (bytesNeeded(header.slots, header.bytesPerSlot) > memory.size()) return std::nullopt;
  return pool;
}

std::uint32_t FramePool::slots() const { return header_->slots; }
std::size_t FramePool::bytesPerSlot() const { return header_->bytesPerSlot; }

std::uint32_t FramePool::free() const {
  std::uint32_t count = 0;
  for (std::uint32_t i = 0; i < slots(); i++) {
    if (holders(std::atomic_ref(slot(i).word).load(std::memory_order_relaxed)) == 0) count++;
  }
  return count;
}

std::optional<Lease> FramePool::acquire() {
  const std::uint32_t count = slots();
  const std::uint32_t start = std::atomic_ref(header_->next).fetch_add(1, std::memory_order_relaxed);
  for (std::uint32_t i = 0; i < count; i++) {
    const std::uint32_t index = (start % count + i) % count;
    std::atomic_ref word(slot(index).word);
    std::uint64_t seen = word.load(std::memory_order_relaxed);
    if (holders(seen) != 0) continue;
    const std::uint64_t taken = (std::uint64_t{generation(seen) + 1u} << 32) | 1u;
    // Acquire: what the last holder did with the bytes is done before we touch them.
    if (word.compare_exchange_strong(seen, taken, std::memory_order_acq_rel, std::memory_order_relaxed)) {
      return Lease{index, generation(taken)};
    }
  }
  return std::nullopt;
}

bool FramePool::retain(Lease lease) {
  if (lease.slot >= slots()) return false;
  std::atomic_ref word(slot(lease.slot).word);
  std::uint64_t seen = word.load(std::memory_order_relaxed);
  do {
    if (generation(seen) != lease.generation || holders(seen) == 0 || holders(seen) == ~0u) return false;
  } while (!word.compare_exchange_weak(seen, seen + 1, std::memory_order_acq_rel, std::memory_order_relaxed));
  return true;
}

bool FramePool::release(Lease lease) {
  if (lease.slot >= slots()) return false;
  std::atomic_ref word(slot(lease.slot).word);
  std::uint64_t seen = word.load(std::memory_order_relaxed);
  do {
    if (generation(seen) != lease.generation || holders(seen) == 0) return false;
  } while (!word.compare_exchange_weak(seen, seen - 1, std::memory_order_acq_rel, std::memory_order_relaxed));
  return true;
}

bool FramePool::holds(Lease lease) const {
  if (lease.slot >= slots()) return false;
  const std::uint64_t word = std::atomic_ref(slot(lease.slot).word).load(std::memory_order_acquire);
  return generation(word) == lease.generation && holders(word) != 0;
}

std::size_t FramePool::offsetOf(std::uint32_t index) const {
  return skipped(memory_) + headBytes(slots()) + index * aligned(bytesPerSlot());
}

}  // namespace platekeeper
