package io.eidolon.recognition;

import java.util.List;

/**
 * The probes of a model.
 *
 * @param probes by name
 * @param unreadable what is said of files that are no probes
 */
public record StoredProbes(List<Probe> probes, List<String> unreadable) {

}
