package org.idiome.store.dense;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import org.idiome.core.canonical.Sha256;
import org.idiome.store.folder.StoreFault;
import org.idiome.store.folder.StoreFolder;

/// Files of parts: their names, and how one comes to be whole or not at all.
public final class PartFile {

  private static final Pattern OURS =
      Pattern.compile("(\\d{8,18})-\\d{4,}\\.parquet|\\.\\d{8,}-\\d{4,}\\.parquet\\.aside");

  private PartFile() {}

  /// The name of a part of a batch.
  static String name(long batch, int number) {
    return String.format(Locale.ROOT, "%08d-%04d.parquet", batch, number);
  }

  /// A name that no part of a layer has.
  static String freeName(StoreFolder folder, String layer, long batch) {
    for (int number = 1; ; number++) {
      var name = name(batch, number);
      if (!Files.exists(folder.layers().resolve(layer).resolve(name))) {
        return name;
      }
    }
  }

  /// Whether a file below the layers is one that a store writes, finished or not.
  public static boolean isOurs(Path layers, Path file) {
    var below = layers.relativize(file);
    return below.startsWith(StoreFolder.SPILL)
        || (below.getNameCount() == 2 && OURS.matcher(below.getName(1).toString()).matches());
  }

  /// The batch that a part says it is of; of what never became one, a number above all.
  public static long batch(Path file) {
    var name = OURS.matcher(String.valueOf(file.getFileName()));
    return name.matches() && name.group(1) != null ? Long.parseLong(name.group(1)) : Long.MAX_VALUE;
  }

  /// Writes a part under a name that begins with a dot, waits until the disk has it, and gives it
  /// its name. Where anything fails, nothing of it stays.
  ///
  /// @param content writes the file
  static Part write(
      StoreFolder folder,
      String layer,
      String name,
      DenseShape shape,
      List<Part.Stretch> stretches,
      Consumer<Path> content) {
    var below = folder.layers().resolve(layer);
    var aside = below.resolve("." + name + ".aside");
    try {
      StoreFolder.makeFolder(below);
      Files.deleteIfExists(aside);
      // Its owner's from the first moment: who is killed behind it leaves nothing open.
      StoreFolder.makeFile(aside);
      content.accept(aside);
      StoreFolder.ownFile(aside);
      StoreFolder.sync(aside);
      var hash = hash(aside);
      long checksum = checksum(aside);
      var path = below.resolve(name);
      Files.move(aside, path, StandardCopyOption.ATOMIC_MOVE);
      StoreFolder.sync(below);
      long rows = stretches.stream().mapToLong(one -> one.endRow() - one.firstRow()).sum();
      return new Part(layer + "/" + name, shape, rows, Files.size(path), hash, checksum, stretches);
    } catch (IOException e) {
      throw failed(e, folder, layer + "/" + name);
    } finally {
      discard(aside);
    }
  }

  private static void discard(Path aside) {
    try {
      Files.deleteIfExists(aside);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static StoreFault failed(IOException e, StoreFolder folder, String name) {
    return StoreFault.ofDisk(e, folder.root().toString(), "layers/" + name + ": ");
  }

  /// The hash of a part's bytes.
  public static Sha256 hash(Path part) throws IOException {
    var digest = Sha256.newDigest();
    each(part, digest::update);
    return Sha256.of(digest);
  }

  /// A checksum of a part's bytes (CRC-32C): misses no damage of up to 32 bits in a row and one in
  /// four thousand million of all else, and costs a tenth of the hash.
  static long checksum(Path part) throws IOException {
    var checksum = new CRC32C();
    each(part, checksum::update);
    return checksum.getValue();
  }

  private interface Taker {
    void take(byte[] bytes, int from, int length);
  }

  private static void each(Path part, Taker taker) throws IOException {
    var buffer = new byte[1 << 16];
    try (var in = Files.newInputStream(part)) {
      int read;
      while ((read = in.read(buffer)) >= 0) {
        taker.take(buffer, 0, read);
      }
    }
  }
}
