package org.idiome.cli;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.idiome.core.problem.Problem;
import org.idiome.record.door.Asker;
import org.idiome.record.door.Door;
import org.idiome.record.door.Purpose;
import org.idiome.report.words.Quoted;
import org.idiome.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Who asks for what: what the audit of the store will say.
final class DoorOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  private final List<Door> opened = new ArrayList<>();

  @Option(
      names = "--purpose",
      paramLabel = "PURPOSE",
      description = {
        "What the person is read for: care, own_use, research, secondary_findings, kin or",
        "sharing (default: care). The last four need the person's consent."
      })
  private String purpose = Purpose.CARE.code();

  @Option(
      names = "--as",
      paramLabel = "NAME",
      description = "Who asks, beside the user of the system, for the audit.")
  private @Nullable String named;

  /// Opens the door of a store.
  ///
  /// @throws ParameterException where there is no such purpose
  Door open(StoreOptions store) {
    var door = Door.open(Store.at(store.folder()), asker());
    opened.add(door);
    return door;
  }

  /// The doors of a command, if it has one.
  static @Nullable DoorOptions of(CommandSpec command) {
    return command.mixins().values().stream()
        .map(CommandSpec::userObject)
        .filter(DoorOptions.class::isInstance)
        .map(DoorOptions.class::cast)
        .findFirst()
        .orElse(null);
  }

  /// What is wrong with the catalogue from which was read, or null.
  @Nullable Problem damage() {
    return opened.stream().map(Door::damage).filter(Objects::nonNull).findFirst().orElse(null);
  }

  /// Who asks for what.
  Asker asker() {
    var user = System.getProperty("user.name", "");
    return new Asker(user, named(), purpose(), command.name(), InstantSource.system());
  }

  /// The user of the system, for commands that are about no one person.
  static Asker user(String command) {
    var user = System.getProperty("user.name", "");
    return new Asker(user, null, Purpose.CARE, command, InstantSource.system());
  }

  /// Who asks, as named; null where nobody was.
  @Nullable String named() {
    return named == null || named.isBlank() ? null : named.strip();
  }

  /// What is asked for.
  Purpose purpose() {
    var known = Purpose.of(purpose);
    if (known == null) {
      throw new ParameterException(
          command.commandLine(),
          "there is no purpose '"
              + Quoted.text(purpose)
              + "'; there are "
              + String.join(", ", Purpose.codes()));
    }
    return known;
  }
}
