package org.idiome.record.export;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import org.idiome.core.canonical.Sha256;
import org.idiome.record.folder.PersonFolder;

/// Files of an export, with their sizes and hashes.
final class Manifest {
  private static final String HEADER = "file\tbytes\tsha256\n";

  private final ExportTarget target;
  private final StringBuilder lines = new StringBuilder(HEADER);

  Manifest(ExportTarget target) {
    this.target = target;
  }

  /// What writes one file.
  interface Writing {
    /// Writes all of it.
    void to(PrintWriter out) throws IOException;
  }

  /// Writes a file of text.
  void file(String name, Writing writing) throws IOException {
    var digest = Sha256.newDigest();
    var counting = new Counting(new DigestOutputStream(target.file(name), digest));
    var out = new PrintWriter(counting, false, StandardCharsets.UTF_8);
    try (out) {
      writing.to(out);
      if (out.checkError()) {
        throw new IOException("cannot write " + name);
      }
    }
    list(name, counting, digest);
  }

  /// Writes a file that was made aside.
  void copy(String name, Path from) throws IOException {
    var digest = Sha256.newDigest();
    var counting = new Counting(new DigestOutputStream(target.file(name), digest));
    try (counting) {
      Files.copy(from, counting);
    }
    list(name, counting, digest);
  }

  private void list(String name, Counting counted, MessageDigest digest) {
    lines.append(name).append('\t').append(counted.bytes).append('\t');
    lines.append(Sha256.of(digest).hex()).append('\n');
  }

  /// Writes the list itself.
  void end() throws IOException {
    try (var out = target.file(PersonFolder.MANIFEST_NAME)) {
      out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  private static final class Counting extends FilterOutputStream {
    private long bytes;

    Counting(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
      bytes++;
    }

    @Override
    public void write(byte[] from, int start, int length) throws IOException {
      out.write(from, start, length);
      bytes += length;
    }
  }
}
