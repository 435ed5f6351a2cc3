package org.idiome.genomics.io;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/// The inflater of libdeflate, where the system has it: twice as fast as that of the platform, and
/// for whole blocks alone. For one thread.
final class Libdeflate implements BlockInflater {
  /// The name under which distributions of Linux have it, and that of macOS.
  private static final String[] NAMES = {"libdeflate.so.0", "libdeflate.dylib"};

  private final Arena arena = Arena.ofShared();
  private final MethodHandle inflate;
  private final MethodHandle free;
  private final MemorySegment decompressor;
  private boolean isClosed;
  private final MemorySegment read = arena.allocate(JAVA_LONG);
  private final MemorySegment written = arena.allocate(JAVA_LONG);

  @SuppressWarnings("restricted") // Allowed on the command line of the program.
  private Libdeflate(SymbolLookup library) throws Throwable {
    var linker = Linker.nativeLinker();
    var allocate =
        linker.downcallHandle(
            library.findOrThrow("libdeflate_alloc_decompressor"), FunctionDescriptor.of(ADDRESS));
    this.inflate =
        linker.downcallHandle(
            library.findOrThrow("libdeflate_deflate_decompress_ex"),
            FunctionDescriptor.of(
                JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS),
            Linker.Option.critical(true));
    this.free =
        linker.downcallHandle(
            library.findOrThrow("libdeflate_free_decompressor"),
            FunctionDescriptor.ofVoid(ADDRESS));
    this.decompressor = (MemorySegment) allocate.invokeExact();
    if (decompressor.equals(MemorySegment.NULL)) {
      throw new IllegalStateException("no memory");
    }
  }

  /// One of the system's; null where it has none that can be used.
  @SuppressWarnings("restricted")
  static @Nullable Libdeflate open() {
    for (var name : NAMES) {
      try {
        return new Libdeflate(SymbolLookup.libraryLookup(name, Arena.global()));
      } catch (Throwable _) {
        // Not installed, of another kind, or not allowed: the platform's own inflater does it.
      }
    }
    return null;
  }

  @Override
  public boolean inflate(byte[] from, int start, int length, byte[] target, int offset, int size) {
    if (isClosed) {
      throw new IllegalStateException("closed");
    }
    try {
      int result =
          (int)
              inflate.invokeExact(
                  decompressor,
                  MemorySegment.ofArray(from).asSlice(start, length),
                  (long) length,
                  MemorySegment.ofArray(target).asSlice(offset, size),
                  (long) size,
                  read,
                  written);
      return result == 0 && read.get(JAVA_LONG, 0) == length && written.get(JAVA_LONG, 0) == size;
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    // Memory of the system: to free it twice ends the program.
    if (isClosed) {
      return;
    }
    isClosed = true;
    try {
      free.invokeExact(decompressor);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
    arena.close();
  }
}
