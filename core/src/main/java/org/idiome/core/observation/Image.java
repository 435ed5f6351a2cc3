package org.idiome.core.observation;

import java.util.List;
import org.idiome.core.canonical.Json;
import org.idiome.core.concept.Coded;
import org.idiome.core.source.SourceRow;
import org.idiome.core.time.When;
import org.jspecify.annotations.Nullable;

/// A reference to an image, its kind and where in it: never the pixels.
///
/// @param reference DICOM UID or file name, as given
/// @param geometry the region meant, as given, or null for the whole image
public record Image(
    Layer layer,
    Coded modality,
    String reference,
    @Nullable String geometry,
    When when,
    @Nullable String specimen,
    List<SourceRow> rows)
    implements Observation {

  /// Copies the rows; refuses an image without one.
  public Image {
    rows = List.copyOf(rows);
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("an image needs its source row");
    }
  }

  @Override
  public Json toJson() {
    return Json.object()
        .put("shape", "image")
        .put("layer", layer.code())
        .put("modality", modality)
        .put("reference", reference)
        .put("geometry", geometry)
        .put("when", when)
        .put("specimen", specimen)
        .end();
  }
}
