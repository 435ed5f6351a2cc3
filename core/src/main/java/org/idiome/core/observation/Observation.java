package org.idiome.core.observation;

import java.util.List;
import org.idiome.core.canonical.Canonical;
import org.idiome.core.source.SourceRow;
import org.idiome.core.time.When;
import org.jspecify.annotations.Nullable;

/// One thing observed of an individual, in one of four shapes.
public sealed interface Observation extends Canonical permits Statement, Quantity, Call, Image {
  /// The layer it belongs to.
  Layer layer();

  /// When it was so; [When#notStated] where the source did not say.
  When when();

  /// The id of the specimen it was seen in, or null where it belongs to the person.
  @Nullable String specimen();

  /// The rows it was read from, at least one.
  List<SourceRow> rows();
}
