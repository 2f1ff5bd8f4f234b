# The addon: one plain C++ engine, one static library of kernels per instruction set (each with its own compiler flags, so no
# file is ever run on a processor that lacks what it was compiled for), and a thin binding. `-Dsanitize=1` adds ASan and UBSan.
{
  'variables': { 'sanitize%': 0 },
  'target_defaults': {
    'cflags': ['-Wall', '-Wextra', '-Wconversion', '-Wshadow', '-Werror', '-fPIC', '-fvisibility=hidden', '-fno-math-errno', '-fno-trapping-math'],
    'cflags_cc': ['-std=c++20'],
    'cflags_cc!': ['-std=gnu++20', '-std=gnu++17', '-fno-exceptions', '-fno-rtti'],
    'cflags!': ['-Wno-unused-parameter'],
    'include_dirs': ['src'],
    'conditions': [
      ['sanitize==1', {
        'cflags!': ['-O3'],
        'cflags': ['-O1', '-g', '-fno-omit-frame-pointer', '-fsanitize=address,undefined', '-fno-sanitize-recover=undefined'],
        'ldflags': ['-fsanitize=address,undefined'],
      }],
    ],
  },
  'conditions': [
    ['target_arch=="x64"', {
      'targets': [
        { 'target_name': 'kernels_avx2', 'type': 'static_library', 'sources': ['src/kernels/avx2.cc'], 'cflags': ['-mavx2', '-mfma', '-mf16c'] },
        { 'target_name': 'kernels_avx512', 'type': 'static_library', 'sources': ['src/kernels/avx512.cc'],
          # GCC 12 warns of its own AVX-512 headers (GCC bug 105593).
          'cflags': ['-mavx512f', '-mavx512bw', '-mavx512vl', '-mavx512dq', '-mfma', '-mprefer-vector-width=512', '-Wno-maybe-uninitialized'] },
      ],
    }],
    ['target_arch=="arm64"', {
      'targets': [
        { 'target_name': 'kernels_neon', 'type': 'static_library', 'sources': ['src/kernels/neon.cc'] },
      ],
    }],
  ],
  'targets': [
    { 'target_name': 'kernels_scalar', 'type': 'static_library', 'sources': ['src/kernels/scalar.cc'] },
    # Static and small: it must run whatever became of the rest.
    { 'target_name': 'strobe_guard', 'product_name': 'strobe-guard', 'type': 'executable', 'sources': ['src/gpio/guard.cc'] },
    {
      'target_name': 'platekeeper',
      'sources': [
        'src/kernels/dispatch.cc',
        'src/image/format.cc',
        'src/image/luma.cc',
        'src/image/resample.cc',
        'src/image/rectify.cc',
        'src/image/statistics.cc',
        'src/image/motion.cc',
        'src/image/pool.cc',
        'src/image/pack.cc',
        'src/image/limits.cc',
        'src/nn/window.cc',
        'src/nn/filters.cc',
        'src/nn/convolution.cc',
        'src/nn/pooling.cc',
        'src/nn/elementwise.cc',
        'src/nn/arrange.cc',
        'src/nn/program.cc',
        'src/text/ctc.cc',
        'src/text/plate_reader.cc',
        'src/binding/arguments.cc',
        'src/binding/images.cc',
        'src/binding/networks.cc',
        'src/binding/programs.cc',
        'src/binding/texts.cc',
        'src/binding/plates.cc',
        'src/binding/pool.cc',
        'src/gpio/line.cc',
        'src/gpio/sequencer.cc',
        'src/binding/gpio.cc',
        'src/system/core-dump.cc',
        'src/system/notify.cc',
        'src/system/watchdog.cc',
        'src/binding/system.cc',
        'src/v4l2/device.cc',
        'src/v4l2/stream.cc',
        'src/binding/v4l2.cc',
        'src/serial/pty.cc',
        'src/binding/serial.cc',
        'src/time/clock.cc',
        'src/binding/time.cc',
        'src/binding/addon.cc',
      ],
      'defines': ['NAPI_VERSION=9', 'NODE_ADDON_API_CPP_EXCEPTIONS_ALL', 'NODE_ADDON_API_DISABLE_DEPRECATED'],
      'cflags_cc': ['-isystem', '<!(node -p "path.dirname(require.resolve(\'node-addon-api\'))")'],
      'dependencies': ['kernels_scalar', 'strobe_guard'],
      'conditions': [
        ['target_arch=="x64"', { 'dependencies': ['kernels_avx2', 'kernels_avx512'] }],
        ['target_arch=="arm64"', { 'dependencies': ['kernels_neon'] }],
      ],
    },
  ],
}
