package org.idiome.record.kept;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Problem;
import org.idiome.record.folder.PacketLines;
import org.idiome.record.folder.PersonFolder;
import org.idiome.record.folder.PersonRecord;
import org.idiome.record.folder.ReadingOptions;
import org.jspecify.annotations.Nullable;

/// Takes inputs of any kind into a batch: folders, phenopackets, phenopackets one a line.
public final class Importing {
  private final Keeper keeper;
  private final ReadingOptions options;
  private final @Nullable String as;

  /// Is told what became of each person.
  public interface Taker {
    /// A person was taken, or was there already.
    ///
    /// @param problems what the reading met, the first of each kind
    void taken(Keeper.Outcome outcome, List<Problem> problems);

    /// A part of the input was not taken.
    void refused(Problem problem);
  }

  /// @param as the person's id in the store; null for the ids that the inputs give
  public Importing(Keeper keeper, ReadingOptions options, @Nullable String as) {
    this.keeper = keeper;
    this.options = options;
    this.as = as;
  }

  /// Takes one input.
  ///
  /// @throws BadInputException where nothing of it can be taken
  public void take(Path path, Taker to) throws IOException {
    var name = String.valueOf(path.getFileName());
    if (!PacketLines.looksLikeSome(path, name, options)) {
      keep(PersonFolder.read(path, options), null, to);
      return;
    }
    PacketLines.read(
        path,
        name,
        options,
        new PacketLines.Taker() {
          @Override
          public void person(PersonRecord record, Sha256 line) {
            try {
              keep(record, line, to);
            } catch (BadInputException e) {
              to.refused(e.problem());
            }
          }

          @Override
          public void refused(Problem problem) {
            to.refused(problem);
          }
        });
  }

  private void keep(PersonRecord record, @Nullable Sha256 document, Taker to) {
    to.taken(keeper.keep(record, document, as), record.problems());
  }
}
