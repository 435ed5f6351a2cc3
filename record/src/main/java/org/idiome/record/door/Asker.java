package org.idiome.record.door;

import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Who asks, and for what: a row of the audit holds all of it.
///
/// @param user of the system
/// @param named as whom they give themselves out, or null
/// @param command by which command, without its arguments
/// @param clock says when; no result depends on it but whether consent holds today
public record Asker(
    String user, @Nullable String named, Purpose purpose, String command, InstantSource clock) {}
