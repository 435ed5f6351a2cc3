package org.idiome.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.idiome.profile.FolderSource;
import org.idiome.profile.PersonSource;
import org.idiome.profile.StoreSource;
import org.idiome.report.words.Quoted;
import org.idiome.store.StoreReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// Whom a command is about: a person of the store, or a folder of files.
///
/// Open until everything that cites the person is written.
///
/// @param name for the command that repeats it: the folder's own name, or the id in the store
record Subject(PersonSource source, String name, @Nullable StoreReader store)
    implements AutoCloseable {

  /// Finds out.
  ///
  /// @throws AmbiguousException where it is a person of the store and a path
  static Subject of(
      String argument, StoreOptions options, CommonOptions common, CommandSpec command) {
    if (argument.equals(InputFiles.STANDARD_INPUT)) {
      throw new ParameterException(
          command.commandLine(),
          "'-' is standard input, which is one file; a person is a folder of files");
    }
    if (argument.startsWith(Persons.PREFIX)) {
      return person(argument, options, common);
    }
    var path = Path.of(argument);
    if (isSpelledAsPath(argument) || !options.isThere()) {
      return folder(path, options, common, command);
    }
    boolean isPath = Files.exists(path);
    boolean isPerson;
    try (var store = options.read()) {
      isPerson = Persons.id(store, argument) != null;
    }
    if (isPath && isPerson) {
      var quoted = Quoted.text(argument);
      throw new AmbiguousException(
          quoted
              + " is a person in the store and a path; write "
              + Persons.PREFIX
              + quoted
              + " or ./"
              + quoted);
    }
    return isPath ? folder(path, options, common, command) : person(argument, options, common);
  }

  private static boolean isSpelledAsPath(String argument) {
    return argument.indexOf('/') >= 0 || argument.indexOf('\\') >= 0 || argument.startsWith(".");
  }

  private static Subject folder(
      Path path, StoreOptions options, CommonOptions common, CommandSpec command) {
    if (options.knownBy != null) {
      throw new ParameterException(
          command.commandLine(), "--known-by is about a store; files say what they say now");
    }
    var source = new FolderSource(path, common.bounds.folder(), common.bounds.variants());
    return new Subject(source, String.valueOf(path.normalize().getFileName()), null);
  }

  private static Subject person(String argument, StoreOptions options, CommonOptions common) {
    var store = options.read();
    try {
      var kept = Persons.read(store, argument, options.batch(store));
      var source = new StoreSource(kept, store, common.bounds.variants());
      return new Subject(source, kept.id(), store);
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  @Override
  public void close() {
    if (store != null) {
      store.close();
    }
  }
}
