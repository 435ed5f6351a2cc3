package org.idiome.record.phenopacket;

import java.util.ArrayList;
import java.util.List;
import org.idiome.core.concept.Coded;
import org.idiome.core.finding.Value;
import org.idiome.core.observation.Qualifier;
import org.idiome.core.quantity.Amount;
import org.idiome.core.time.When;
import org.jspecify.annotations.Nullable;

/// Gathers the details of a statement; what is absent is left out.
final class Qualifiers {
  private final List<Qualifier> all = new ArrayList<>();

  Qualifiers add(String name, Value value) {
    all.add(new Qualifier(name, value));
    return this;
  }

  Qualifiers thing(String name, @Nullable Coded coded) {
    return coded == null ? this : add(name, new Value.Thing(coded));
  }

  Qualifiers things(String name, List<Coded> many) {
    many.forEach(coded -> thing(name, coded));
    return this;
  }

  Qualifiers text(String name, @Nullable String text) {
    return text == null ? this : add(name, new Value.Text(text));
  }

  Qualifiers word(String name, @Nullable String code) {
    return code == null ? this : add(name, new Value.Word(code));
  }

  Qualifiers count(String name, @Nullable Long count) {
    return count == null ? this : add(name, new Value.Count(count));
  }

  Qualifiers time(String name, When when) {
    return when instanceof When.NotStated ? this : add(name, new Value.Time(when));
  }

  Qualifiers amount(String name, @Nullable Amount amount) {
    return amount == null ? this : add(name, new Value.Measured(amount));
  }

  Qualifiers addAll(Qualifiers more) {
    all.addAll(more.all);
    return this;
  }

  List<Qualifier> list() {
    return List.copyOf(all);
  }
}
