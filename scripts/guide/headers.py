"""What the site forbids itself, and how long its files may be kept: the one place that says so.

The same rules leave here in three forms: a meta element in every page (for hosts
that send no headers of ours), ``_headers`` (Netlify, Cloudflare Pages), and a
sample for nginx. What a page may do is listed; everything else it may not:
there is no inline script or style to allow by a hash, and no other host.
"""

# https://www.w3.org/TR/CSP3/#directives
POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
# A meta element may not carry it (CSP3, 3.3), and browsers complain when it does.
HEADER_ONLY = {"frame-ancestors"}

REFERRER = "strict-origin-when-cross-origin"
# The reading page copies a sentence when asked to; nothing else of the device is wanted.
PERMISSIONS = (
    *(f"{feature}=()" for feature in ("camera", "geolocation", "microphone", "payment", "usb")),
    "clipboard-write=(self)",
)

# Names of files do not change with their content, so they are kept briefly and
# asked for again by ETag; the theme's sheets carry a hash in their names.
CACHE = {
    "/zh/assets/*": "public, max-age=600",
    "/en/assets/*": "public, max-age=600",
    "/zh/search/*": "public, max-age=600",
    "/en/search/*": "public, max-age=600",
    "/data/*": "public, max-age=600",
}


def policy(*, meta: bool = False) -> str:
    """Return the Content-Security-Policy, as a header or as what a meta element may say."""
    left_out = HEADER_ONLY if meta else set()
    return "; ".join(f"{name} {what}" for name, what in POLICY.items() if name not in left_out)


def headers() -> dict[str, str]:
    """Return the headers of every file, ``name -> value``."""
    return {
        "Content-Security-Policy": policy(),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": ", ".join(PERMISSIONS),
        "Referrer-Policy": REFERRER,
        "X-Content-Type-Options": "nosniff",
    }


def host_file() -> str:
    """Return ``_headers``: for every file, then how long some may be kept.

    Pages have no rule of their own, for these hosts already have browsers ask
    for them anew each time; two rules for one file would be joined into one.
    """
    every = "".join(f"  {name}: {value}\n" for name, value in headers().items())
    some = "".join(f"{path}\n  Cache-Control: {value}\n" for path, value in CACHE.items())
    return f"/*\n{every}{some}"


def nginx() -> str:
    """Return the sample for nginx: the same headers, cache rules and 404 pages."""
    cache = "\n".join(f'    ~^{path.removesuffix("*")} "{value}";' for path, value in CACHE.items())
    every = "\n".join(
        f'    add_header {name} "{value}" always;' for name, value in headers().items()
    )
    return f"""\
# A sample for nginx, made by scripts/hosting.py: copy it, change the three lines marked.
map $uri $guide_cache {{
    default "no-cache";
{cache}
}}

server {{
    listen 443 ssl;
    server_name guide.example.org;       # your host
    root /srv/guide/site;                # your copy of site/
    # ssl_certificate and its key here   # your certificate
    charset utf-8;
    index index.html;
    gzip on;
    gzip_vary on;
    gzip_types text/css text/plain text/xml application/javascript application/json image/svg+xml;

{every}
    add_header Cache-Control $guide_cache always;

    location / {{ try_files $uri $uri/ =404; error_page 404 /404.html; }}
    location /zh/ {{ try_files $uri $uri/ =404; error_page 404 /zh/404.html; }}
    location /en/ {{ try_files $uri $uri/ =404; error_page 404 /en/404.html; }}
}}
"""
