package org.idiome.record.folder;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Problems;

/// Says which files lie in a folder and are named by nothing, so that nobody takes them for read.
final class UnnamedFiles {
  private static final int NAMES_SAID = 10;

  private final Path folder;
  private final String packet;
  private final ReadingOptions options;
  private final Problems problems;
  private long count;

  /// @param packet name of the phenopacket in the folder
  UnnamedFiles(Path folder, String packet, ReadingOptions options, Problems problems) {
    this.folder = folder;
    this.packet = packet;
    this.options = options;
    this.problems = problems;
  }

  /// @param named files that were asked for, as they were named and all links followed
  void report(Set<Path> named) throws IOException {
    var names = unnamed(named);
    if (!names.isEmpty()) {
      problems.add(
          Problem.of(
              ProblemCode.FOLDER_FILE_NOT_NAMED,
              Place.file(packet),
              "count",
              Integer.toString(names.size()),
              "names",
              String.join(", ", names.subList(0, Math.min(names.size(), NAMES_SAID)))));
    }
  }

  /// Names relative to the folder, sorted; hidden files and folders are passed over, links are not
  /// followed.
  private List<String> unnamed(Set<Path> named) throws IOException {
    var names = new ArrayList<String>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
            return !path.equals(folder) && isHidden(path)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
            requireFew();
            var name = relative(path);
            if (!isHidden(path) && !named.contains(path) && !name.equals(packet)) {
              names.add(name);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path path, IOException failed) {
            problems.add(Problem.of(ProblemCode.FILE_NOT_READABLE, Place.file(relative(path))));
            return FileVisitResult.CONTINUE;
          }
        });
    Collections.sort(names);
    return names;
  }

  private static boolean isHidden(Path path) {
    var name = path.getFileName();
    return name != null && name.toString().startsWith(".");
  }

  private String relative(Path path) {
    return folder.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/");
  }

  private void requireFew() {
    if (++count > options.files()) {
      throw new BadInputException(
          Problem.of(
              ProblemCode.FOLDER_TOO_MANY_FILES,
              Place.file(packet),
              "limit",
              Integer.toString(options.files()),
              "option",
              ReadingOptions.FILES_OPTION));
    }
  }
}
