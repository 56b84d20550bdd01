# Debian packages that the program or its tests call; sourced by ./plans and ./test.
# A package counts as present when the program or library that it brings is found, however it got there.

# have_program NAME | have_library SONAME | have_file PATTERN: whether it is there.
have_program() { command -v "$1" >/dev/null 2>&1; }
have_library() {
    local folder
    for folder in /usr/lib/*-linux-gnu /usr/lib /usr/local/lib /lib/*-linux-gnu; do
        compgen -G "$folder/$1*" >/dev/null && return 0
    done
    return 1
}
have_file() { compgen -G "$1" >/dev/null; }       # a pattern

# A server that can be started; Debian keeps its programs out of the path.
have_server() { compgen -G "/usr/lib/$1/*/bin/initdb" >/dev/null || have_program initdb; }
have_extension() { compgen -G "/usr/share/postgresql/*/extension/$1.control" >/dev/null; }

wanted_packages=()      # to be installed now
wanted_why=()           # one line each, for the user
wanted_missing=()       # of these, the ones without which nothing works

# need KIND THING PACKAGE WHY, optional KIND THING PACKAGE WHY: asks for PACKAGE unless THING is there.
need() {
    "have_$1" "$2" && return 0
    wanted_packages+=("$3"); wanted_why+=("$3 (brings $2): $4"); wanted_missing+=("$1 $2")
}
optional() {
    "have_$1" "$2" && return 0
    wanted_packages+=("$3"); wanted_why+=("$3 (brings $2, optional): $4")
}

# The name of ICU's package carries its version, which differs from release to release.
icu_package() { apt-cache --names-only search '^libicu[0-9]+$' 2>/dev/null | cut -d' ' -f1 | sort -V | tail -n 1; }

# Likewise that of RUM: of the newest PostgreSQL that there is.
rum_package() { apt-cache --names-only search '^postgresql-[0-9]+-rum$' 2>/dev/null | cut -d' ' -f1 | sort -V | tail -n 1; }

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"
    elif have_program sudo; then sudo "$@"
    else return 1
    fi
}

# install_wanted LOG: installs what was asked for. Fails only if something is still missing without which nothing works.
install_wanted() {
    [ ${#wanted_packages[@]} -eq 0 ] && return 0
    local log=$1 package line
    {
        echo "Some system packages are missing and will be installed with apt-get:"
        printf '  %s\n' "${wanted_why[@]}"
    } >&2
    if ! have_program apt-get; then
        echo "There is no apt-get here; please install them by hand." >&2
    elif [ "$(id -u)" -ne 0 ] && ! have_program sudo; then
        echo "Neither root nor sudo here; please run as root: apt-get install ${wanted_packages[*]}" >&2
    else
        as_root env DEBIAN_FRONTEND=noninteractive apt-get update >"$log" 2>&1 || echo "apt-get update failed; see $log" >&2
        for package in "${wanted_packages[@]}"; do
            case $package in
                libicu) package=$(icu_package) ;;
                postgresql-rum) package=$(rum_package) ;;
            esac
            as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$package" >>"$log" 2>&1 ||
                echo "Warning: $package could not be installed; see $log" >&2
        done
    fi
    for line in ${wanted_missing[@]+"${wanted_missing[@]}"}; do
        if ! "have_${line% *}" "${line#* }"; then
            echo "${line#* } is still missing, and nothing works without it." >&2
            return 1
        fi
    done
}

# What the program itself calls.
program_packages() {
    need library libicuuc.so libicu "Unicode normalisation, without which Vietnamese text cannot be compared"
    optional library libsqlite3.so.0 libsqlite3-0 "the maintained SQLite of the system; without it the older bundled one is used"
    optional program prlimit util-linux "limits for the programs that read foreign formats"
    optional program pdftotext poppler-utils "reads PDF; without it these are failed files"
    optional program qpdf qpdf "finds the drawn tables of PDF; without it these are failed files"
    optional program tesseract tesseract-ocr "recognises scanned pages; without it these are failed pages"
    optional file '/usr/share/tesseract-ocr/*/tessdata/vie.traineddata' tesseract-ocr-vie "recognises Vietnamese"
    # Looked for by the part that does the work: the program soffice comes with either.
    optional library libreoffice/program/libswlo.so libreoffice-writer-nogui "reads DOC, RTF and ODT; without it these are failed files"
    optional library libreoffice/program/libsclo.so libreoffice-calc-nogui "reads XLS and ODS; without it these are failed files"
    optional program bsdtar libarchive-tools "unpacks rar and 7z archives; without it these are failed files"
    optional program 7z p7zip-full "lists 7z archives with their checksums; without it damage in them can go unnoticed"
    optional program gzip gzip "unpacks .gz; without it these are failed files"
    optional program xz xz-utils "unpacks .xz; without it these are failed files"
    optional program bzip2 bzip2 "unpacks .bz2; without it these are failed files"
}

# What the tests call besides.
test_packages() {
    need server postgresql postgresql "the tests run on PostgreSQL as well as on SQLite"
    need program chromium chromium "the site is tested in a real browser"
    optional extension rum postgresql-rum "a faster full-text index of PostgreSQL; without it the tests use the one that is built in"
}

# require_dotnet: the SDK that builds everything.
require_dotnet() {
    if ! have_program dotnet || ! dotnet --list-sdks 2>/dev/null | grep -q '^10\.'; then
        echo "The .NET 10 SDK is needed and was not found. Install it (https://dotnet.microsoft.com/download/dotnet/10.0) and try again." >&2
        return 1
    fi
}
