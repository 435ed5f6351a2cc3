package org.idiome.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;
import org.idiome.store.folder.StoreFolder;
import org.jspecify.annotations.Nullable;

/// Writes a file so that a reader finds the old one or the new one, never half of one.
///
/// A program that is killed outright may leave a hidden file `.idiome-….part` beside it.
final class OutputFile {
  /// More than the title of a page is long, and the last line of a run.
  private static final int ENDS = 2048;

  /// How a page of ours begins, and how a run ends; another file is nobody's to write over,
  /// whatever else it has in common with ours.
  private static final Pattern PAGE = Pattern.compile("(?s)<!DOCTYPE html>.*Idiome</title>.*");

  private static final Pattern RUN =
      Pattern.compile("(?s)\\{\n  \"files\": \\[.*\n  \"run\": \"[0-9a-f]{64}\"\n}\n");

  /// How a table of `idiome table` begins, genes of `idiome genes`, and an index of lines.
  private static final Pattern COMPILED = Pattern.compile("(?s)IDIOMA[TGL][0-9].*");

  private OutputFile() {}

  /// Why a file can never be written there, or null: said before any work is done for it. Folders
  /// are not made: one that is not there is more often mistyped than wanted. What is there and is
  /// no page or run of ours may be what somebody wants to have read.
  static @Nullable String whatIsWrongWith(Path file) {
    var wrong = whatIsWrongWithPlaceOf(file);
    return wrong == null && Files.isRegularFile(file) && !isOurs(file)
        ? "'" + file + "' is there, and is no report, run or table; name another file, or remove it"
        : wrong;
  }

  /// The same of a file that is none of our pages and runs: nothing that is there is written over.
  static @Nullable String whatIsWrongWithNew(Path file) {
    var wrong = whatIsWrongWithPlaceOf(file);
    return wrong == null && hasBytes(file)
        ? "'" + file + "' is there already; name another file, or remove it"
        : wrong;
  }

  private static boolean hasBytes(Path file) {
    try {
      return Files.isRegularFile(file) && Files.size(file) > 0;
    } catch (IOException _) {
      return true;
    }
  }

  private static @Nullable String whatIsWrongWithPlaceOf(Path file) {
    var folder = file.toAbsolutePath().normalize().getParent();
    if (folder == null || Files.isDirectory(file)) {
      return "'" + file + "' is a folder; name a file in it";
    }
    if (!Files.isDirectory(folder)) {
      return "there is no folder '"
          + folder
          + "' to write '"
          + file.getFileName()
          + "' to; make it";
    }
    if (isInStore(folder)) {
      return "'" + folder + "' is part of a store; write '" + file.getFileName() + "' elsewhere";
    }
    return null;
  }

  /// Whether a folder is a store, or lies in one, over which links it may be called.
  static boolean isInStore(Path folder) {
    for (var at = StoreFolder.real(folder); at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(StoreFolder.CATALOGUE))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOurs(Path file) {
    try (var in = Files.newByteChannel(file)) {
      var head = Channels.newInputStream(in).readNBytes(ENDS);
      in.position(Math.max(head.length, in.size() - ENDS));
      var tail = Channels.newInputStream(in).readNBytes(ENDS);
      var text =
          new String(head, StandardCharsets.UTF_8) + new String(tail, StandardCharsets.UTF_8);
      return text.isEmpty()
          || COMPILED.matcher(text).matches()
          || PAGE.matcher(text).matches()
          || RUN.matcher(text).matches();
    } catch (IOException _) {
      return false;
    }
  }

  /// Writes beside the file, then renames; a device or a pipe is written to, never replaced.
  ///
  /// @throws MachineException where it cannot be written
  static void write(Path file, byte[] bytes) {
    write(file, to -> to.write(bytes));
  }

  /// Writes bytes as they are made.
  @FunctionalInterface
  interface Writing {
    /// Writes all of them.
    void to(OutputStream stream) throws IOException;
  }

  /// As [#write(Path, byte\[\])], of more bytes than memory holds.
  ///
  /// @throws MachineException where it cannot be written
  static void write(Path file, Writing writing) {
    Path made = null;
    try {
      if (isDevice(file)) {
        try (var stream = Files.newOutputStream(file)) {
          writing.to(stream);
        }
        return;
      }
      var folder = file.toAbsolutePath().normalize().resolveSibling(".").normalize();
      made = Files.createTempFile(folder, ".idiome-", ".part");
      made.toFile().deleteOnExit();
      writeAndSync(made, writing);
      move(made, file);
      made = null;
    } catch (IOException e) {
      throw new MachineException("cannot write " + file + ": " + MachineException.why(e), e);
    } finally {
      discard(made);
    }
  }

  /// On the disk before it has its name: after a power cut, too, it is whole.
  private static void writeAndSync(Path file, Writing writing) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      var stream = Channels.newOutputStream(channel);
      writing.to(stream);
      stream.flush();
      channel.force(true);
    }
  }

  private static boolean isDevice(Path file) {
    return Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
  }

  private static void move(Path made, Path file) throws IOException {
    try {
      Files.move(made, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException _) {
      Files.move(made, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void discard(@Nullable Path made) {
    if (made != null) {
      made.toFile().delete();
    }
  }
}
