package org.idiome.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.record.door.Door;
import org.idiome.record.kept.Keeper;
import org.idiome.store.Store;
import org.idiome.store.StoreReader;
import org.idiome.store.folder.StoreFault;
import org.jspecify.annotations.Nullable;

/// What was kept of a person before an import, as far as the import may tell it: that is reading
/// the person, so it leaves a row in the audit and stops where care was objected to.
final class KeptBefore implements AutoCloseable {
  private static final Set<ProblemCode> TELLING =
      Set.of(
          ProblemCode.RECORD_SOURCES_CONTRADICTORY,
          ProblemCode.RECORD_VALUES_CONTRADICTORY,
          ProblemCode.RECORD_GENOTYPES_CONTRADICTORY);

  private final Path store;
  private final Map<String, Boolean> asked = new HashMap<>();
  private final List<Problem> damaged = new ArrayList<>();
  private boolean isHeldBack;
  private @Nullable Door door;

  KeptBefore(Path store) {
    this.store = store;
  }

  /// An outcome as far as it may be told.
  Keeper.Outcome told(Keeper.Outcome outcome) {
    boolean isTelling = !outcome.gone().isEmpty() || outcome.notes().stream().anyMatch(this::tells);
    return !isTelling || mayTell(outcome.person())
        ? outcome
        : new Keeper.Outcome(
            outcome.person(),
            outcome.source(),
            outcome.kind(),
            outcome.observations(),
            outcome.rows(),
            outcome.details(),
            List.of(),
            outcome.items(),
            outcome.notes().stream().filter(note -> !tells(note)).toList());
  }

  /// Whether a problem of a person may be told.
  boolean mayTell(String person, Problem problem) {
    return !tells(problem) || mayTell(person);
  }

  private boolean tells(Problem problem) {
    return TELLING.contains(problem.code());
  }

  /// Asked once of each; whoever comes with this import is not kept yet.
  private boolean mayTell(String person) {
    return asked.computeIfAbsent(person, this::ask);
  }

  private boolean ask(String person) {
    try (var open = door().person(person, StoreReader.NEWEST, null)) {
      if (open != null) {
        open.answered(1);
      }
      return true;
    } catch (StoreFault refused) {
      if (refused.problem().code() == ProblemCode.STORE_DAMAGED) {
        damaged.add(refused.problem());
      } else if (refused.problem().code() == ProblemCode.CONSENT_WITHDRAWN) {
        isHeldBack = true;
      } else {
        throw refused;
      }
      return false;
    }
  }

  /// Leaves a row in the audit: what another person said of consent became this person's.
  void consent(String person) {
    try (var now = open()) {
      now.consent(person);
    }
  }

  private Door door() {
    var opened = door;
    if (opened == null) {
      opened = open();
      door = opened;
    }
    return opened;
  }

  private Door open() {
    return Door.open(Store.at(store), DoorOptions.user("import"));
  }

  /// What is said of persons who are damaged: of them nothing that is kept is told.
  List<Problem> damaged() {
    return List.copyOf(damaged);
  }

  /// Whether anything was held back.
  boolean isHeldBack() {
    return isHeldBack;
  }

  @Override
  public void close() {
    if (door != null) {
      door.close();
    }
  }
}
