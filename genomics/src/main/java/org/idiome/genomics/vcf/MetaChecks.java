package org.idiome.genomics.vcf;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.regex.Pattern;
import org.idiome.core.problem.ProblemCode;

/// What the specification asks of a header line, beyond what the reading of records needs.
final class MetaChecks {
  /// Kinds whose Number and Type, where given, are those of fields.
  private static final Set<String> TYPED = Set.of("INFO", "FORMAT", "ALT", "META");

  private static final Pattern NUMBER = Pattern.compile("[0-9]+");

  private final Diagnostics diagnostics;

  MetaChecks(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  void check(MetaLine meta) {
    if (meta.key().equals("pedigreeDB")) {
      checkAddress(meta.value());
      return;
    }
    if (!meta.isStructured()) {
      return;
    }
    if (TYPED.contains(meta.key())) {
      checkTypes(meta);
    }
    var description = meta.field("Description");
    if (description != null && !meta.quoted().contains("Description")) {
      fault("Description without quotes");
    }
    var values = meta.field("Values");
    if (meta.key().equals("META")
        && values != null
        && !(values.startsWith("[") && values.endsWith("]"))) {
      fault("Values without square brackets");
    }
    meta.fields()
        .forEach((key, value) -> {
          boolean isPlain = !meta.quoted().contains(key) && !value.startsWith("[");
          if (isPlain && value.chars().anyMatch(c -> c <= ' ')) {
            diagnostics.add(ProblemCode.VCF_HEADER_STYLE, "key", key);
          }
        });
  }

  private void checkTypes(MetaLine meta) {
    var number = meta.field("Number");
    if (number != null && FieldNumber.parse(number) == null) {
      fault("Number " + number);
    }
    var type = meta.field("Type");
    if (type != null && FieldType.parse(type) == null) {
      fault("Type " + type);
    }
  }

  /// `<address>` or an address whose host is a host.
  private void checkAddress(String value) {
    var address =
        value.startsWith("<") && value.endsWith(">")
            ? value.substring(1, value.length() - 1)
            : value;
    try {
      var uri = new URI(address);
      var host = uri.getHost();
      if (uri.getScheme() == null || host == null || NUMBER.matcher(host).matches()) {
        fault("no address");
      }
    } catch (URISyntaxException e) {
      fault("no address");
    }
  }

  private void fault(String what) {
    diagnostics.add(ProblemCode.VCF_HEADER_DEFINITION, "fault", what);
  }
}
