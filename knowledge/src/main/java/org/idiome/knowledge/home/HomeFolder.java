package org.idiome.knowledge.home;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;

/// Where the files of a home lie.
///
/// @param root absolute
record HomeFolder(Path root) {
  private static final String SIGN = "idiome-knowledge.txt";
  private static final String FORM = "form\t1\n";
  private static final String LOCK = "writer.lock";
  private static final String MAKING = ".making";
  private static final String FETCHING = ".fetching";

  /// The place of the writer, to be closed.
  record Writer(FileChannel channel, FileLock lock) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      lock.release();
      channel.close();
    }
  }

  /// Whether there is a home.
  boolean exists() {
    return Files.isRegularFile(root.resolve(SIGN));
  }

  /// Refuses what is there and is no home of this form.
  void requireForm() throws IOException {
    if (exists()) {
      if (!Files.readString(root.resolve(SIGN)).equals(FORM)) {
        throw bad(ProblemCode.KNOWLEDGE_HOME_NEWER);
      }
    } else if (Files.exists(root, LinkOption.NOFOLLOW_LINKS) && !isEmpty()) {
      throw bad(ProblemCode.KNOWLEDGE_HOME_NOT_ONE);
    }
  }

  private boolean isEmpty() throws IOException {
    if (!Files.isDirectory(root)) {
      return false;
    }
    try (var files = Files.list(root)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .allMatch(name -> name.equals(LOCK) || name.equals(FETCHING));
    }
  }

  private BadInputException bad(ProblemCode code) {
    return new BadInputException(Problem.of(code, Place.file(root.toString())));
  }

  /// Takes the writer's place, makes the home where there is none, and clears what a writer that
  /// was stopped left.
  ///
  /// @throws BadInputException where another writer has it
  Writer write() throws IOException {
    requireForm();
    Files.createDirectories(root);
    var channel =
        FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException _) {
      lock = null;
    } finally {
      if (lock == null) {
        channel.close();
      }
    }
    if (lock == null) {
      throw bad(ProblemCode.KNOWLEDGE_HOME_HELD);
    }
    if (!exists()) {
      Whole.write(root.resolve(SIGN), FORM);
    }
    remove(making());
    Files.createDirectories(making());
    Files.createDirectories(releases());
    Files.createDirectories(snapshots());
    return new Writer(channel, lock);
  }

  /// Where a release is made before it has its name.
  Path making() {
    return root.resolve(MAKING);
  }

  /// Where files lie that are being fetched.
  Path fetching() {
    return root.resolve(FETCHING);
  }

  Path releases() {
    return root.resolve("releases");
  }

  Path snapshots() {
    return root.resolve("snapshots");
  }

  /// The folders of releases, sorted.
  List<Path> releaseFolders() throws IOException {
    var found = new ArrayList<Path>();
    for (var source : folders(releases())) {
      found.addAll(folders(source));
    }
    return found;
  }

  private static List<Path> folders(Path parent) throws IOException {
    if (!Files.isDirectory(parent)) {
      return List.of();
    }
    try (var files = Files.list(parent)) {
      return files.filter(Files::isDirectory).sorted().toList();
    }
  }

  static void remove(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
