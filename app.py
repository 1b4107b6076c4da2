"""Selaras: the frame around every page: navigation, the one filter bar, and a sentence when something is missing."""

import streamlit as st


def main() -> None:
    """Draw the frame and run the page asked for."""
    from pages.components import faults, rapat, saring_bar, shell, simulasi, states, sumber
    from queries import warehouse

    page = shell.navigate()
    try:
        # A version published while the page is drawn waits for the next run: no page mixes two.
        with warehouse.pinned() as version:
            pita = st.container(key="pita", horizontal=True, gap="small", vertical_alignment="center")
            with pita:
                simulasi.banner(version)
                states.note_partial(version)
            saring = saring_bar.draw(page.url_path, for_meeting=rapat.is_on())
            if page.url_path in shell.COUNTED:
                with pita:
                    states.note_waiting(saring)
            sumber.follow_address()
            shell.run(page)
    except warehouse.DatabaseError as error:
        states.stop_without_database(error)
    except ModuleNotFoundError:
        raise
    except Exception as error:
        faults.show(error, f"menampilkan halaman {page.title}")


if __name__ == "__main__":  # run for a reader
    try:
        main()
    except ModuleNotFoundError as error:
        st.error(
            f"Modul {error.name} belum terpasang. Hentikan aplikasi, jalankan `make run`, lalu muat ulang halaman ini.",
            icon=":material/extension_off:",
        )
else:  # imported by `streamlit run app.py`, which serves this: Streamlit behind our own door, in our own language
    from pages.components import door, language, shell

    shell.keep_deep_links_inside()
    app = st.App(__file__, middleware=[door.LAPIS, language.LAPIS])
