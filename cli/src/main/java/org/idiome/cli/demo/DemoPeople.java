package org.idiome.cli.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.idiome.core.canonical.Sha256;
import org.jspecify.annotations.Nullable;

/// The bundled people, written into a folder.
///
/// The folder keeps the index of what was written last (`demo-files.tsv`). By it a later release
/// tells its own old files, which it replaces or takes away, from files of the user, which it
/// leaves alone.
public final class DemoPeople {
  static final String INDEX = "demo-files.tsv";

  private final List<DemoFile> files;

  /// Reads the bundled index.
  public DemoPeople() {
    this.files = DemoFile.readIndex(new String(resource(INDEX), StandardCharsets.UTF_8));
  }

  /// Names of the people, which are those of their folders, sorted.
  public List<String> names() {
    var names = new TreeSet<String>();
    files.forEach(file -> names.add(file.person()));
    names.remove("");
    return List.copyOf(names);
  }

  List<DemoFile> files() {
    return files;
  }

  /// Writes all people into a folder, which is made if it is not there.
  ///
  /// Files that are already there with the same bytes are left as they are. Nothing is written
  /// before it is known that nothing stands in the way.
  ///
  /// @return the folders of the people, in the order of their names
  /// @throws NotOfTheDemoException where a file stands in the way
  public List<Path> writeInto(Path folder) throws IOException {
    Files.createDirectories(folder);
    var written = lastWritten(folder);
    var missing = new ArrayList<DemoFile>();
    for (var file : files) {
      var target = target(folder, file.path());
      if (!isThere(target)) {
        missing.add(file);
      } else if (!hasBytes(target, file.sha256())) {
        requireOurs(target, written.get(file.path()));
        missing.add(file);
      }
    }
    for (var file : missing) {
      write(target(folder, file.path()), bytes(file));
    }
    takeAwayOld(folder, written);
    var index = resource(INDEX);
    if (!hasBytes(folder.resolve(INDEX), Sha256.of(index))) {
      write(folder.resolve(INDEX), index);
    }
    return names().stream().map(folder::resolve).toList();
  }

  /// What the index in the folder says that an earlier run wrote; nothing where there is none.
  private static SortedMap<String, Sha256> lastWritten(Path folder) throws IOException {
    var index = folder.resolve(INDEX);
    var written = new TreeMap<String, Sha256>();
    if (!isThere(index)) {
      return written;
    }
    if (!Files.isRegularFile(index, LinkOption.NOFOLLOW_LINKS)) {
      throw new NotOfTheDemoException(index);
    }
    try {
      for (var file : DemoFile.readIndex(Files.readString(index))) {
        written.put(file.path(), file.sha256());
      }
    } catch (IllegalArgumentException | CharacterCodingException e) {
      var foreign = new NotOfTheDemoException(index);
      foreign.initCause(e);
      throw foreign;
    }
    return written;
  }

  /// Where a file goes; a link on the way could lead anywhere and is refused.
  private static Path target(Path folder, String path) throws IOException {
    var target = folder.resolve(path);
    var parent = target.getParent();
    if (parent != null
        && !parent.equals(folder)
        && isThere(parent)
        && !Files.isDirectory(parent, LinkOption.NOFOLLOW_LINKS)) {
      throw new NotOfTheDemoException(parent);
    }
    return target;
  }

  private static boolean isThere(Path file) {
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
  }

  private static boolean hasBytes(Path file, Sha256 sha256) throws IOException {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && Sha256.of(Files.readAllBytes(file)).equals(sha256);
  }

  private static void requireOurs(Path target, @Nullable Sha256 written) throws IOException {
    if (written == null || !hasBytes(target, written)) {
      throw new NotOfTheDemoException(target);
    }
  }

  private byte[] bytes(DemoFile file) {
    var bytes = resource(file.path());
    if (bytes.length != file.sizeBytes() || !Sha256.of(bytes).equals(file.sha256())) {
      throw new IllegalStateException("the index does not fit the bundled " + file.path());
    }
    return bytes;
  }

  private static byte[] resource(String path) {
    try (InputStream in = DemoPeople.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("not bundled: " + path);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }

  /// Through a file beside it and a rename: who looks meanwhile sees the old file or the new one.
  private static void write(Path target, byte[] bytes) throws IOException {
    var folder = target.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IllegalArgumentException(target + " is no file in a folder");
    }
    Files.createDirectories(folder);
    var aside = Files.createTempFile(folder, ".demo", ".part");
    try {
      Files.write(aside, bytes);
      Files.move(
          aside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  /// Files of an earlier release that this one no longer has, where nobody changed them.
  private void takeAwayOld(Path folder, Map<String, Sha256> written) throws IOException {
    var kept = new HashSet<String>();
    files.forEach(file -> kept.add(file.path()));
    for (var old : written.entrySet()) {
      var file = folder.resolve(old.getKey());
      if (!kept.contains(old.getKey()) && hasBytes(file, old.getValue())) {
        Files.delete(file);
      }
    }
  }
}
