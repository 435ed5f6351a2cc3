package org.idiome.record.phenopacket;

import org.idiome.core.canonical.Numbers;
import org.idiome.core.concept.Coded;
import org.idiome.core.presence.Absence;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.quantity.Amount;
import org.idiome.core.quantity.Magnitude;
import org.idiome.core.quantity.ReferenceInterval;
import org.idiome.core.quantity.Unit;
import org.idiome.record.code.CodedUnits;
import org.idiome.record.code.PlausibleAmounts;
import org.jspecify.annotations.Nullable;

/// Reads `Quantity` and `ReferenceRange`.
///
/// Protobuf writes nought and nothing alike, by leaving the member out. A quantity without its
/// number is therefore *not stated*, and an interval without an end has none.
final class Amounts {
  private final Reading reading;

  Amounts(Reading reading) {
    this.reading = reading;
  }

  /// The amount, in the unit that was given.
  Amount amount(Message quantity) {
    var unit = unit(quantity);
    var value = quantity.number("value");
    if (value == null) {
      reading.note(ProblemCode.PHENOPACKET_AMOUNT_NOT_STATED, quantity.value());
      return new Amount(new Magnitude.Missing(Absence.NOT_STATED), unit);
    }
    return new Amount(new Magnitude.Exact(value), unit);
  }

  /// The amount of a feature; refuses the item where no person can have it.
  Amount amountOf(Coded feature, Message quantity) {
    var amount = amount(quantity);
    if (amount.magnitude() instanceof Magnitude.Exact exact) {
      var broken = PlausibleAmounts.broken(feature, amount.unit(), exact.value());
      if (broken != null) {
        throw reading.refuse(
            ProblemCode.AMOUNT_NOT_PLAUSIBLE,
            quantity.value(),
            broken.with(
                "feature",
                Reading.quoted(feature.label()),
                "value",
                Numbers.text(exact.value()),
                "unit",
                amount.unit().text()));
      }
    }
    return amount;
  }

  private Unit unit(Message parent) {
    var code = parent.term("unit");
    if (code == null) {
      return Unit.notStated();
    }
    var unit = CodedUnits.of(code);
    if (unit instanceof Unit.NotUnderstood) {
      reading.note(
          ProblemCode.AMOUNT_UNIT_NOT_UNDERSTOOD,
          parent.value(),
          "unit",
          Reading.quoted(code.id()),
          "label",
          Reading.quoted(code.label()));
    }
    return unit;
  }

  /// The laboratory's own interval, null where none came; one that came and cannot be used has no
  /// ends.
  @Nullable ReferenceInterval reference(Message quantity) {
    var range = quantity.message("referenceRange");
    if (range == null) {
      return null;
    }
    Unit unit = Unit.notStated();
    try {
      unit = unit(range);
      var low = range.number("low");
      var high = range.number("high");
      if (unit instanceof Unit.NotStated) {
        reading.noteField(range.missing("unit"));
        return ReferenceInterval.notUsable(unit);
      }
      if ((low == null && high == null) || (low != null && high != null && low > high)) {
        reading.note(
            ProblemCode.AMOUNT_REFERENCE_NOT_UNDERSTOOD,
            range.value(),
            "found",
            Reading.quoted(range.value().compact()));
        return ReferenceInterval.notUsable(unit);
      }
      return new ReferenceInterval(low, high, unit);
    } catch (ItemRefused refused) {
      reading.noteField(refused);
      return ReferenceInterval.notUsable(unit);
    }
  }
}
