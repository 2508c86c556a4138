package org.verbatim.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.verbatim.http.StartPages.Mapping;

class StartPagesTest {

    /** Of a native binary, most of the numbers left out. */
    private static final String SMAPS = """
            00410000-05b4d000 r-xp 00010000 fe:00 5505541                            /opt/verbatim/verbatim
            Size:              89332 kB
            Rss:               71172 kB
            Private_Dirty:         0 kB
            Anonymous:             0 kB
            Swap:                  0 kB
            VmFlags: rd mr mw me
            05b6a000-05b6b000 r--p 05769000 fe:00 5505541                            /opt/verbatim/verbatim
            Anonymous:             4 kB
            Swap:                  0 kB
            VmFlags: rd mr mw me
            05b80000-0a980000 rw-p 05780000 fe:00 5505541                            /opt/verbatim/verbatim
            Anonymous:             0 kB
            Swap:                  0 kB
            VmFlags: rd mr mw me
            0b000000-0b100000 rw-p 00000000 00:00 0                                  [heap]
            Anonymous:             0 kB
            Swap:                  0 kB
            VmFlags: rd mr mw me
            0c000000-0c100000 rw-p 00000000 00:00 0
            Anonymous:             0 kB
            Swap:                  0 kB
            VmFlags: rd mr mw me
            7f6071480000-7f6072b00000 r--p 05780000 fe:00 5505541                    /opt/verbatim/verbatim
            Rss:               20992 kB
            Anonymous:             0 kB
            Swap:                  0 kB
            VmFlags: rd mr mw me
            7f6072b00000-7f6073b00000 r--s 05780000 fe:00 5505541                    /opt/verbatim/verbatim
            Anonymous:             0 kB
            Swap:                  0 kB
            VmFlags: rd mr mw me
            7f6073b00000-7f60746a0000 r--p 079a0000 fe:00 5505541                    /opt/verbatim/verbatim
            Anonymous:             0 kB
            Swap:                  4 kB
            VmFlags: rd mr mw me
            7f60746a0000-7f6076280000 r-xp 089a0000 fe:00 5505542                    /usr/lib/libc.so.6
            Anonymous:             0 kB
            Swap:                  0 kB
            VmFlags: rd mr mw me
            ffffffffff600000-ffffffffff601000 --xp 00000000 00:00 0                  [vsyscall]
            Anonymous:             0 kB
            Swap:                  0 kB
            VmFlags: rd mr mw me
            """;

    @Test
    void onlyWhatIsAsItIsInTheFileIsGivenBack() {
        assertThat(StartPages.unchanged(SMAPS.lines().toList(), "/opt/verbatim/verbatim"))
                .containsExactly(new Mapping(0x00410000L, 0x05b4d000L), new Mapping(0x7f6071480000L, 0x7f6072b00000L));
    }

    @Test
    void whereThereIsNoneNothingIs() {
        assertThat(StartPages.unchanged(List.of(), "/opt/verbatim/verbatim")).isEmpty();
        assertThat(StartPages.unchanged(SMAPS.lines().toList(), "/opt/verbatim"))
                .isEmpty();
    }

    @Test
    void aJvmKeepsWhatItHas() {
        assertThatCode(StartPages::giveBack).doesNotThrowAnyException();
    }
}
