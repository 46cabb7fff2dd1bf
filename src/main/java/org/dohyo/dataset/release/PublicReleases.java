package org.dohyo.dataset.release;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response.Status;

/** The releases as the public sees them. */
@ApplicationScoped
class PublicReleases {

    private final Release.Repository releases;
    private final ReleaseFile.Repository files;

    PublicReleases(Release.Repository releases, ReleaseFile.Repository files) {
        this.releases = releases;
        this.files = files;
    }

    /** @param address a path of the arena */
    public record File(String name, String address, long size, String sha256) {

        static File of(ReleaseFile file) {
            return new File(file.name, "/data/" + file.releaseId + "/" + file.name, file.size, file.sha256);
        }
    }

    /**
     * @param checkpoint the log's signed checkpoint that the release belongs to
     * @param files none once it is withdrawn
     * @param replaces the withdrawn release in whose place it stands, or null
     * @param replacedBy the release that stands in its place, or null
     */
    public record Listed(long id, String title, String license, String licenseAddress, Instant publishedAt,
            long records, long redactions, long logSize, String checkpoint, Instant withdrawnAt,
            String withdrawnReason, Long replaces, Long replacedBy, List<File> files) {
    }

    /**
     * The newest first, withdrawn ones among them.
     *
     * @param words for the reasons of withdrawals
     */
    @Transactional
    List<Listed> all(ReleaseMessages words) {
        List<Release> all = releases.published();
        Map<Long, List<ReleaseFile>> stored = files.ofPublished().stream()
                .collect(Collectors.groupingBy(file -> file.releaseId));
        Map<Long, Long> successors = all.stream().filter(release -> release.replaces != null)
                .collect(Collectors.toMap(release -> release.replaces, release -> release.id, Math::max));
        return all.stream()
                .map(release -> listed(release, words, successors.get(release.id),
                        stored.getOrDefault(release.id, List.of())))
                .toList();
    }

    private static Listed listed(Release release, ReleaseMessages words, Long replacedBy, List<ReleaseFile> stored) {
        return new Listed(release.id, release.title, release.license.spdx(), release.license.address(),
                release.publishedAt, release.records, release.redactions, release.logSize, release.checkpoint,
                release.withdrawnAt, release.withdrawnReason(words), release.replaces, replacedBy,
                stored.stream().map(File::of).toList());
    }

    /** As in {@link #all}; 404 if there is no such release. */
    Listed one(long id, ReleaseMessages words) {
        return all(words).stream().filter(release -> release.id() == id).findFirst().orElseThrow(Refused::unknown);
    }

    /** A file to download; 404 if there is none, 410 if its release is withdrawn. */
    ReleaseFile file(long id, String name) {
        return fileIfAny(id, name).orElseThrow(
                () -> Refused.of(Status.NOT_FOUND, "no-such-file", ReleaseMessages::noSuchFile));
    }

    /** Empty if the release has no file of that name; 404 if there is no such release, 410 if it is withdrawn. */
    @Transactional
    Optional<ReleaseFile> fileIfAny(long id, String name) {
        Release release = releases.findByIdOptional(id).filter(found -> found.state != Release.State.DRAFT)
                .orElseThrow(Refused::unknown);
        if (release.state == Release.State.WITHDRAWN) {
            throw Refused.withdrawn(release);
        }
        return files.of(id, name);
    }
}
