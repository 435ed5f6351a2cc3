package org.idiome.report;

import java.util.ArrayList;
import java.util.List;
import org.idiome.profile.Profile;

/// What must be said of a person wherever a report is seen, because the source says it of itself.
public enum Notice {
  /// The person is invented.
  SYNTHETIC("Idiome:synthetic", "notice.synthetic"),
  /// The data may serve research alone.
  RESEARCH_ONLY("Idiome:research_only", "notice.research_only");

  private final String reference;
  private final String code;

  Notice(String reference, String code) {
    this.reference = reference;
    this.code = code;
  }

  /// Code of its words.
  public String code() {
    return code;
  }

  /// The notices that the source of a person asks for.
  static List<Notice> of(Profile profile) {
    var notices = new ArrayList<Notice>();
    for (var notice : values()) {
      if (profile.references().stream().anyMatch(one -> one.id().equals(notice.reference))) {
        notices.add(notice);
      }
    }
    return List.copyOf(notices);
  }
}
