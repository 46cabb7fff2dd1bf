package org.dohyo.dataset.release;

/** The licences that a release can have. */
public enum License {

    CC0_1_0("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
    CC_BY_4_0("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"),
    CC_BY_SA_4_0("CC-BY-SA-4.0", "https://creativecommons.org/licenses/by-sa/4.0/"),
    CC_BY_NC_4_0("CC-BY-NC-4.0", "https://creativecommons.org/licenses/by-nc/4.0/"),
    ODC_BY_1_0("ODC-By-1.0", "https://opendatacommons.org/licenses/by/1-0/");

    private final String spdx;
    private final String address;

    License(String spdx, String address) {
        this.spdx = spdx;
        this.address = address;
    }

    /** Its identifier in the list of SPDX. */
    public String spdx() {
        return spdx;
    }

    /** Where its text stands. */
    public String address() {
        return address;
    }
}
