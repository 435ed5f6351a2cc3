package org.idiome.record.code;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.idiome.core.concept.Coded;
import org.idiome.core.concept.Prefixes;
import org.idiome.core.observation.Layer;
import org.jspecify.annotations.Nullable;

/// To which layer a measurement belongs.
public final class MeasurementLayers {
  private static final Map<String, Layer> BY_CODE = load();

  private MeasurementLayers() {}

  private static Map<String, Layer> load() {
    var layers = new HashMap<String, Layer>();
    for (var row : CodeTables.table("layers.tsv").rows()) {
      layers.put(
          Prefixes.key(row.get("code")), Layer.valueOf(row.get("layer").toUpperCase(Locale.ROOT)));
    }
    return layers;
  }

  /// The layer of a code by the table, or null where no row has it.
  private static @Nullable Layer stated(Coded assay) {
    return BY_CODE.get(assay.key());
  }

  /// The layer of a code; LABORATORY where no row has it.
  ///
  /// A measurement of a phenopacket is an assay unless it is known to be otherwise, and no reader
  /// of the laboratory layer draws a conclusion from its being there.
  public static Layer of(Coded assay) {
    var layer = stated(assay);
    return layer == null ? Layer.LABORATORY : layer;
  }

  /// The layer of a part of a panel: its own, or that of the panel.
  public static Layer of(Coded part, Coded panel) {
    var own = stated(part);
    return own == null ? of(panel) : own;
  }
}
