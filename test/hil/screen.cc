// Shows pictures at a video output of the kernel, whose other end a camera sees (vivid.ts): each picture on the standard input, grey, of
// the size given, stays until the next one comes, and the last until the program is ended.
//
//   screen DEVICE WIDTH HEIGHT < PICTURES
//
// The output's buffers are mapped: writing to vivid's device is refused (Linux 7.3: a payload of 0 bytes).
#include <fcntl.h>
#include <linux/videodev2.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <span>

namespace {

constexpr unsigned kBuffers = 4;

int device;

template <typename Argument>
void Ask(unsigned long request, Argument* argument, const char* name) {
  if (ioctl(device, request, argument) == 0) return;
  std::perror(name);
  std::exit(1);
}

v4l2_buffer BufferAt(unsigned index) {
  v4l2_buffer buffer{};
  buffer.type = V4L2_BUF_TYPE_VIDEO_OUTPUT;
  buffer.memory = V4L2_MEMORY_MMAP;
  buffer.index = index;
  return buffer;
}

bool Fill(std::span<char> picture) {
  while (!picture.empty()) {
    const ssize_t count = read(STDIN_FILENO, picture.data(), picture.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    picture = picture.subspan(static_cast<size_t>(count));
  }
  return true;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 4) return 2;
  device = open(arguments[1], O_RDWR);
  v4l2_format format{};
  format.type = V4L2_BUF_TYPE_VIDEO_OUTPUT;
  format.fmt.pix.width = static_cast<unsigned>(std::atoi(arguments[2]));
  format.fmt.pix.height = static_cast<unsigned>(std::atoi(arguments[3]));
  format.fmt.pix.pixelformat = V4L2_PIX_FMT_GREY;
  format.fmt.pix.field = V4L2_FIELD_NONE;
  const auto [width, height] = std::pair(format.fmt.pix.width, format.fmt.pix.height);
  Ask(VIDIOC_S_FMT, &format, "format");
  if (format.fmt.pix.sizeimage != width * height) {
    std::fprintf(stderr, "the output shows %ux%u\n", format.fmt.pix.width, format.fmt.pix.height);
    return 1;
  }
  v4l2_requestbuffers wanted{};
  wanted.count = kBuffers;
  wanted.type = V4L2_BUF_TYPE_VIDEO_OUTPUT;
  wanted.memory = V4L2_MEMORY_MMAP;
  Ask(VIDIOC_REQBUFS, &wanted, "buffers");
  std::array<std::span<char>, kBuffers> pictures;
  for (unsigned index = 0; index < kBuffers; ++index) {
    v4l2_buffer buffer = BufferAt(index);
    Ask(VIDIOC_QUERYBUF, &buffer, "buffer");
    void* mapped = mmap(nullptr, buffer.length, PROT_READ | PROT_WRITE, MAP_SHARED, device, buffer.m.offset);
    if (mapped == MAP_FAILED) return 1;
    pictures[index] = {static_cast<char*>(mapped), width * height};
  }
  for (unsigned shown = 0;; ++shown) {
    v4l2_buffer buffer = BufferAt(shown % kBuffers);
    if (shown >= kBuffers) Ask(VIDIOC_DQBUF, &buffer, "give back");
    if (!Fill(pictures[buffer.index])) break;
    buffer.bytesused = width * height;
    buffer.field = V4L2_FIELD_NONE;
    Ask(VIDIOC_QBUF, &buffer, "show");
    if (shown == 0) Ask(VIDIOC_STREAMON, &buffer.type, "begin");
  }
  for (;;) pause();
}
