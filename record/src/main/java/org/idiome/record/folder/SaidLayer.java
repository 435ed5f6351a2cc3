package org.idiome.record.folder;

import java.util.Locale;
import org.idiome.core.observation.Layer;
import org.jspecify.annotations.Nullable;

/// The layer that a variant file is said to be of.
final class SaidLayer {
  private SaidLayer() {}

  /// GENOME or TUMOUR, in any case; null for anything else.
  static @Nullable Layer of(String said) {
    return switch (said.strip().toUpperCase(Locale.ROOT)) {
      case "GENOME" -> Layer.GENOME;
      case "TUMOUR" -> Layer.TUMOUR;
      default -> null;
    };
  }
}
