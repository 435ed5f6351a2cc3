package org.idiome.core.finding;

import java.util.List;
import org.idiome.core.canonical.Canonical;
import org.idiome.core.canonical.Json;
import org.idiome.core.concept.Coded;
import org.idiome.core.genome.Locus;
import org.idiome.core.quantity.Amount;
import org.idiome.core.time.When;

/// A typed detail of a finding, an explanation or a statement.
public sealed interface Value extends Canonical {

  /// Text as it stands in a source: a diplotype, a name. Never a sentence of ours.
  record Text(String text) implements Value {}

  /// A code of ours that `report` has words for, such as `poor_metabolizer`.
  record Word(String code) implements Value {}

  /// A whole number of things.
  record Count(long count) implements Value {}

  /// An amount, perhaps censored or missing.
  record Measured(Amount amount) implements Value {}

  /// A time.
  record Time(When when) implements Value {}

  /// A coded thing.
  record Thing(Coded coded) implements Value {}

  /// A place on the genome.
  record Place(Locus locus) implements Value {}

  /// Several, in a stated order.
  record Several(List<Value> values) implements Value {
    /// Copies the list.
    public Several {
      values = List.copyOf(values);
    }
  }

  /// A pure number, or one in a UCUM unit.
  static Value number(double value, String ucum) {
    return new Measured(Amount.of(value, ucum));
  }

  /// Texts in the order given.
  static Value texts(List<String> texts) {
    return new Several(texts.stream().<Value>map(Text::new).toList());
  }

  @Override
  default Json toJson() {
    return switch (this) {
      case Text text -> Json.object().put("text", text.text()).end();
      case Word word -> Json.object().put("word", word.code()).end();
      case Count count -> Json.object().put("count", count.count()).end();
      case Measured measured -> Json.object().put("amount", measured.amount()).end();
      case Time time -> Json.object().put("when", time.when()).end();
      case Thing thing -> Json.object().put("concept", thing.coded()).end();
      case Place place -> Json.object().put("locus", place.locus()).end();
      case Several several -> Json.object().put("list", Json.array(several.values())).end();
    };
  }
}
