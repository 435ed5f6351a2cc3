package org.idiome.store.dense;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.idiome.core.problem.ProblemCode;
import org.idiome.store.folder.StoreFault;
import org.idiome.store.folder.StoreFolder;
import org.jspecify.annotations.Nullable;

/// A part as the catalogue knows it.
///
/// @param name relative to the folder of the layers, with `/`
/// @param sha256 of its bytes, in hexadecimal
/// @param checksum CRC-32C of its bytes
public record KnownPart(String name, long sizeBytes, String sha256, long checksum) {
  /// A Parquet file begins and ends with it.
  private static final String SIGN = "PAR1";

  private Path file(StoreFolder folder) {
    return folder.layers().resolve(name);
  }

  /// Looks whether the file is there, has its size, and begins and ends as a Parquet file does:
  /// what can be asked without reading it.
  ///
  /// @throws StoreFault where it is damaged
  public void requireThere(StoreFolder folder) {
    require(folder, looked(folder));
  }

  /// Holds every byte of the file to its checksum, before rows of it are believed: 0.05 s for a
  /// genome.
  ///
  /// @throws StoreFault where it is damaged
  public void requireSame(StoreFolder folder) {
    requireThere(folder);
    require(folder, read(file -> PartFile.checksum(file) == checksum, folder));
  }

  /// Holds every byte of the file to its hash: where a store is verified, or the part written anew.
  ///
  /// @throws StoreFault where it is damaged
  public void requireWhole(StoreFolder folder) {
    requireSame(folder);
    require(folder, read(file -> PartFile.hash(file).hex().equals(sha256), folder));
  }

  private void require(StoreFolder folder, @Nullable String damage) {
    if (damage != null) {
      throw new StoreFault(ProblemCode.STORE_DAMAGED, file(folder).toString(), "said", damage);
    }
  }

  private @Nullable String looked(StoreFolder folder) {
    var file = file(folder);
    if (!Files.isRegularFile(file)) {
      return "the file is missing";
    }
    try (var bytes = new RandomAccessFile(file.toFile(), "r")) {
      if (bytes.length() != sizeBytes) {
        return "the file has another size than was written";
      }
      return isSign(bytes, 0) && isSign(bytes, sizeBytes - SIGN.length())
          ? null
          : "the file is no Parquet file any more";
    } catch (IOException e) {
      return "the file cannot be read: " + e.getMessage();
    }
  }

  private static boolean isSign(RandomAccessFile bytes, long at) throws IOException {
    var read = new byte[SIGN.length()];
    if (at < 0) {
      return false;
    }
    bytes.seek(at);
    bytes.readFully(read);
    return SIGN.equals(new String(read, StandardCharsets.US_ASCII));
  }

  private interface Look {
    boolean isSame(Path file) throws IOException;
  }

  private @Nullable String read(Look look, StoreFolder folder) {
    try {
      return look.isSame(file(folder)) ? null : "the file does not hold what was written";
    } catch (IOException e) {
      return "the file cannot be read: " + e.getMessage();
    }
  }
}
